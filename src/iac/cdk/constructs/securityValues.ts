import { listOf, members, namesOf } from '../converters';
import { known, type Converter } from '../expression';
import { secretText } from './databaseValues';

export const plainSecret: Converter = (expression) => secretText(expression);

export const keySpec = namesOf(
  'KeySpec',
  'SYMMETRIC_DEFAULT',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
);

export const standardSecurity = members('StandardThreatProtectionMode', { FULL_FUNCTION: 'ENFORCED', AUDIT_ONLY: 'AUDIT', NO_ENFORCEMENT: 'OFF' });

/** `ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')` as its ARN. */
const managedPolicy: Converter = (expression) => {
  if (expression.kind !== 'call' || expression.name !== 'ManagedPolicy.fromAwsManagedPolicyName') return undefined;
  const [name] = expression.parameters;
  return name?.kind === 'literal' && typeof name.value === 'string' ? known(expression, `arn:aws:iam::aws:policy/${name.value}`) : undefined;
};

/** The managed policies that are written; a method may add others. */
export const managedPolicies: Converter = listOf(managedPolicy);
