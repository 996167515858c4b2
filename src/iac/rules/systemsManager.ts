import { always, propertyAt } from '../model';
import type { Rule } from './rule';
import { isSecretName } from './plainSecrets';

export const systemsManagerRules: readonly Rule[] = [
  {
    id: 'ssm-parameter-plain-secret',
    service: 'systems-manager',
    title: 'Secret in a plain parameter',
    why: 'A template can only create parameters that are not encrypted, and a literal value stands in the template as well.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'saa-c03/1.2'],
    fact: 'systems-manager#secure-string',
    types: ['AWS::SSM::Parameter'],
    check: (resource) => {
      const name = propertyAt(resource, 'Name')?.value;
      const value = propertyAt(resource, 'Value')?.value;
      const secret = always(value, (known) => known !== null && known !== '' && !/^arn:|\{\{resolve:/.test(String(known)));
      if (!secret || !always(name, (known) => isSecretName(String(known)))) return undefined;
      return [
        {
          span: { start: value.start, end: value.end },
          message:
            'By its name this parameter holds a secret, but type String keeps it in plain text. Use Secrets Manager, or a SecureString made outside the template.',
        },
      ];
    },
  },
];
