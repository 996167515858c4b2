import { propertyAt, propertyOf } from '../model';
import { demand, isUnset, itemsAt, placesIn } from './demands';
import type { Rule } from './rule';

const pipeline = ['AWS::CodePipeline::Pipeline'];
const webhook = ['AWS::CodePipeline::Webhook'];

export const codepipelineRules: readonly Rule[] = [
  {
    id: 'codepipeline-no-own-key',
    service: 'codepipeline',
    title: 'Artifacts without a KMS key of your own',
    why: 'Without a key artifacts lie under the default key of S3, which no other account can use.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'codepipeline#artifact-key',
    types: pipeline,
    check: (resource) => {
      const single = propertyAt(resource, 'ArtifactStore');
      const perRegion = itemsAt(resource, 'ArtifactStores').map((store) => propertyOf(store, 'ArtifactStore'));
      return [single, ...perRegion]
        .flatMap((store) => (store?.value.kind === 'map' && resource.defaults === undefined ? placesIn(store.value, 'EncryptionKey', store.nameSpan) : []))
        .filter(isUnset)
        .map(({ span }) => ({ span, message: 'Artifacts are encrypted under the default key of S3. Name a KMS key of your own in EncryptionKey.' }));
    },
  },
  demand(
    {
      id: 'codepipeline-webhook-open',
      service: 'codepipeline',
      title: 'Webhook without authentication',
      why: 'Anybody who knows the address can then start the pipeline.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'codepipeline#webhook-secret',
      types: webhook,
    },
    {
      path: 'Authentication',
      is: (authentication) => authentication !== 'UNAUTHENTICATED',
      whenAbsent: true,
      message: () => 'Everybody who knows its address can start the pipeline. Use GITHUB_HMAC with a secret.',
    },
  ),
];
