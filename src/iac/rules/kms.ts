import { always, isAbsent, isFalse, propertyAt, propertyOf } from '../model';
import { openStatements } from './policy';
import { written, type Rule } from './rule';

const key = ['AWS::KMS::Key'];

export const kmsRules: readonly Rule[] = [
  {
    id: 'kms-rotation-off',
    service: 'kms',
    title: 'Key without automatic rotation',
    why: 'Rotation of a symmetric key is one property and changes nothing for those who use it.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.4'],
    fact: 'kms#rotation-off',
    types: key,
    check: (resource, { template }) => {
      const spec = propertyAt(resource, 'KeySpec')?.value;
      const symmetric = spec ? always(spec, (value) => value === 'SYMMETRIC_DEFAULT') : isAbsent(resource, 'KeySpec');
      const usage = propertyAt(resource, 'KeyUsage')?.value;
      const origin = propertyAt(resource, 'Origin')?.value;
      if (!symmetric || (usage && !always(usage, (value) => value === 'ENCRYPT_DECRYPT')) || (origin && !always(origin, (value) => value === 'AWS_KMS')))
        return undefined;
      const rotation = propertyAt(resource, 'EnableKeyRotation')?.value;
      if (rotation ? !always(rotation, isFalse) : !isAbsent(resource, 'EnableKeyRotation')) return undefined;
      const literal = rotation?.kind === 'known' && rotation.parameter === undefined;
      return [
        {
          span: rotation ?? resource.typeSpan,
          message: `Automatic rotation is off${rotation ? '' : ', as it is unless EnableKeyRotation is set'}. Turning it on keeps old data readable and needs no change elsewhere.`,
          ...(rotation && literal ? { fix: { title: 'Rotate the key automatically', span: rotation, text: written(true, template.language) } } : {}),
        },
      ];
    },
  },
  {
    id: 'kms-key-anybody',
    service: 'kms',
    title: 'Key that anybody may use',
    why: 'A key policy with * and no condition opens the key to every AWS account.',
    severity: 'warning',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-2014/6.4'],
    fact: 'kms#key-policy',
    types: [...key, 'AWS::KMS::ReplicaKey'],
    check: (resource) =>
      openStatements(resource, 'KeyPolicy').map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message: 'Anybody with an AWS account may use this key. Name the principals, or add a condition such as kms:CallerAccount.',
      })),
  },
];
