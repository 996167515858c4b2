import { propertyOf, type Resource } from '../model';
import { demand, isUnset, itemsAt, placesAt, required, spanOf, surely, switchedOff, wrongPlaces } from './demands';
import { plainSecret } from './plainSecrets';
import type { Report, Rule } from './rule';

const project = ['AWS::CodeBuild::Project'];
/** From AWS's table of images that get no updates (https://docs.aws.amazon.com/codebuild/latest/userguide/deprecated-images.html) and the older ones by language. */
const oldImage =
  /^aws\/codebuild\/(?:standard:[1-4]\.0|amazonlinux2-x86_64-standard:[1-3]\.0|amazonlinux2-aarch64-standard:1\.0|(?:ubuntu-base|android-java-\d|docker|golang|java|nodejs|php|python|ruby|dot-net):.*)$/;
const urlWithCredentials = /^https?:\/\/[^/@\s]+@/i;

function isTurnedOff(known: unknown): boolean {
  return known === true || known === 'true';
}

/** Where encryption that is on by itself is turned off. */
function disabledAt(resource: Resource, paths: readonly string[], message: string): Report[] {
  return paths.flatMap((path) => wrongPlaces(placesAt(resource, path), (known) => !isTurnedOff(known), true)).map(({ span }) => ({ span, message }));
}

export const codebuildRules: readonly Rule[] = [
  {
    id: 'codebuild-no-own-key',
    service: 'codepipeline',
    title: 'Build output without a KMS key of your own',
    why: 'Without a key artifacts lie under the AWS managed key of S3, whose policy nobody can change.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'codepipeline#build-encryption',
    types: project,
    check: (resource) => {
      const places = placesAt(resource, 'EncryptionKey');
      return [...places.filter(isUnset), ...wrongPlaces(places, (key) => !/(?:^|[:/])alias\/aws\/s3$/.test(String(key)), true)].map(({ span }) => ({
        span,
        message: 'No key of your own is named in EncryptionKey, so artifacts lie under the AWS managed key of S3 unless a pipeline brings its own.',
      }));
    },
  },
  switchedOff(
    {
      id: 'codebuild-privileged',
      service: 'codepipeline',
      title: 'Privileged builds',
      why: 'Privileged mode is for building Docker images; elsewhere it only gives the build commands more power.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'codepipeline#build-privileged',
      types: project,
    },
    { path: 'Environment.PrivilegedMode', message: () => 'Builds run with the rights of root on their host. Turn this off unless they build Docker images.' },
  ),
  {
    id: 'codebuild-logs-unencrypted',
    service: 'codepipeline',
    title: 'Build logs in S3 without encryption by CodeBuild',
    why: 'Logs of builds hold addresses, names and at times secrets.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'codepipeline#build-encryption',
    types: project,
    check: (resource) =>
      surely(resource, 'LogsConfig.S3Logs.Status', (status) => status === 'DISABLED')
        ? undefined
        : disabledAt(resource, ['LogsConfig.S3Logs.EncryptionDisabled'], 'CodeBuild does not encrypt these logs. Leave EncryptionDisabled out.'),
  },
  {
    id: 'codebuild-artifacts-unencrypted',
    service: 'codepipeline',
    title: 'Build output without encryption by CodeBuild',
    why: 'Output is encrypted unless a template turns that off.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'codepipeline#build-encryption',
    types: ['AWS::CodeBuild::Project', 'AWS::CodeBuild::ReportGroup'],
    check: (resource) =>
      disabledAt(
        resource,
        ['Artifacts.EncryptionDisabled', 'SecondaryArtifacts.*.EncryptionDisabled', 'ExportConfig.S3Destination.EncryptionDisabled'],
        'EncryptionDisabled asks CodeBuild not to encrypt this output. Leave it out.',
      ),
  },
  {
    id: 'codebuild-plaintext-credentials',
    service: 'codepipeline',
    title: 'Credentials in a plain build variable',
    why: 'Plain variables are shown in the console and by the API, and printed by careless builds.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'codepipeline#build-variables',
    types: project,
    check: (resource, { template }) =>
      itemsAt(resource, 'Environment.EnvironmentVariables').flatMap((variable) => {
        const value = propertyOf(variable, 'Value')?.value;
        const type = propertyOf(variable, 'Type')?.value;
        const plain = variable.complete && (!type || type.kind === 'absent' || (type.kind === 'known' && type.value === 'PLAINTEXT'));
        const told = plain ? plainSecret(propertyOf(variable, 'Name')?.value, value, template) : undefined;
        return value && told !== undefined ? [{ span: spanOf(value), message: `${told} Use the type SECRETS_MANAGER or PARAMETER_STORE.` }] : [];
      }),
  },
  {
    id: 'codebuild-logs-off',
    service: 'codepipeline',
    title: 'Builds without logs',
    why: 'Without logs a failed or a tampered build cannot be looked into.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/3.1'],
    fact: 'codepipeline#build-logs',
    types: project,
    check: (resource) => {
      const [s3] = placesAt(resource, 'LogsConfig.S3Logs.Status');
      const noS3 = s3 !== undefined && (s3.missing || surely(resource, 'LogsConfig.S3Logs.Status', (status) => status === 'DISABLED'));
      if (!noS3) return undefined;
      return wrongPlaces(placesAt(resource, 'LogsConfig.CloudWatchLogs.Status'), (status) => status !== 'DISABLED', true).map(({ span }) => ({
        span,
        message: 'Logs of the builds go neither to CloudWatch nor to S3. Enable one of them.',
      }));
    },
  },
  required(
    {
      id: 'codebuild-logs-unwritten',
      service: 'codepipeline',
      title: 'Project whose logs are not written down',
      why: 'CodeBuild logs to CloudWatch by itself, into a group that it makes and that keeps everything.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.1'],
      fact: 'codepipeline#build-logs',
      types: project,
    },
    {
      paths: ['LogsConfig'],
      message: 'No LogsConfig: logs go to a group of CloudWatch that CodeBuild makes, without an end to their retention. Name a group of your own.',
    },
  ),
  demand(
    {
      id: 'codebuild-old-image',
      service: 'codepipeline',
      title: 'Build image without updates',
      why: 'AWS no longer updates or caches old build images, so builds are slower and less safe.',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'saa-c03/1.2'],
      fact: 'codepipeline#build-images',
      types: project,
    },
    {
      path: 'Environment.Image',
      is: (image) => !oldImage.test(String(image)),
      whenAbsent: true,
      message: (how) => `The build image ${how}, which gets no updates any more. Use a current one, for example aws/codebuild/standard:7.0.`,
    },
  ),
  {
    id: 'codebuild-url-credentials',
    service: 'codepipeline',
    title: 'Credentials in the address of the source',
    why: 'A token in an address is shown wherever the project is, and never expires with a session.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'codepipeline#build-source-credentials',
    types: project,
    check: (resource) =>
      ['Source.Location', 'SecondarySources.*.Location']
        .flatMap((path) => wrongPlaces(placesAt(resource, path), (location) => !urlWithCredentials.test(String(location)), true))
        .map(({ span }) => ({ span, message: 'The address of the source holds a user name or token. Connect by CodeConnections or OAuth.' })),
  },
  switchedOff(
    {
      id: 'codebuild-insecure-ssl',
      service: 'codepipeline',
      title: 'Certificate of the source is not checked',
      why: 'Whoever stands between can then hand the build other code.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'codepipeline#build-insecure-ssl',
      types: project,
    },
    { path: 'Source.InsecureSsl', message: () => 'The certificate of the Git server is not checked, so the code may come from anybody. Turn this off.' },
  ),
  demand(
    {
      id: 'codebuild-public-builds',
      service: 'codepipeline',
      title: 'Public builds',
      why: 'Everybody may read the logs and artifacts of a public project.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'codepipeline#build-visibility',
      types: project,
    },
    {
      path: 'Visibility',
      is: (visibility) => visibility !== 'PUBLIC_READ',
      whenAbsent: true,
      message: () => 'Everybody may read logs and artifacts of these builds. Set PRIVATE unless the project is open source.',
    },
  ),
];
