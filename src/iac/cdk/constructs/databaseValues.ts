import type { Value } from '../../model';
import { field, oneOf, plain, toValue } from '../converters';
import type { Converter, Expression } from '../expression';

export const instanceEngine = oneOf({
  'DatabaseInstanceEngine.mysql': 'mysql',
  'DatabaseInstanceEngine.MYSQL': 'mysql',
  'DatabaseInstanceEngine.postgres': 'postgres',
  'DatabaseInstanceEngine.POSTGRES': 'postgres',
  'DatabaseInstanceEngine.mariaDb': 'mariadb',
  'DatabaseInstanceEngine.MARIADB': 'mariadb',
  'DatabaseInstanceEngine.oracleSe2': 'oracle-se2',
  'DatabaseInstanceEngine.oracleSe2Cdb': 'oracle-se2-cdb',
  'DatabaseInstanceEngine.oracleEe': 'oracle-ee',
  'DatabaseInstanceEngine.oracleEeCdb': 'oracle-ee-cdb',
  'DatabaseInstanceEngine.sqlServerEx': 'sqlserver-ex',
  'DatabaseInstanceEngine.sqlServerWeb': 'sqlserver-web',
  'DatabaseInstanceEngine.sqlServerSe': 'sqlserver-se',
  'DatabaseInstanceEngine.sqlServerEe': 'sqlserver-ee',
});

export const clusterEngine = oneOf({
  'DatabaseClusterEngine.aurora': 'aurora',
  'DatabaseClusterEngine.AURORA': 'aurora',
  'DatabaseClusterEngine.auroraMysql': 'aurora-mysql',
  'DatabaseClusterEngine.AURORA_MYSQL': 'aurora-mysql',
  'DatabaseClusterEngine.auroraPostgres': 'aurora-postgresql',
  'DatabaseClusterEngine.AURORA_POSTGRESQL': 'aurora-postgresql',
  'DatabaseClusterEngine.mysql': 'mysql',
  'DatabaseClusterEngine.postgres': 'postgres',
});

/** The user of `Credentials.fromGeneratedSecret('admin')` and `Credentials.fromPassword('admin', ...)`. */
export const databaseUser: Converter = (expression) => {
  if (expression.kind !== 'call' || !/^Credentials\.from(?:GeneratedSecret|Password)$/.test(expression.name)) return undefined;
  const [name] = expression.parameters;
  return name && toValue(name);
};

/** The password of `Credentials.fromPassword`; that of a generated secret is in no template. */
export const databasePassword: Converter = (expression) => {
  if (expression.kind !== 'call' || expression.name !== 'Credentials.fromPassword') return undefined;
  return secretText(expression.parameters[1]);
};

/** The user that stands beside a password; without one the CDK makes a secret of both. */
export const docdbUser: Converter = (expression) => {
  if (expression.kind !== 'object' || !expression.entries.some(({ name }) => name === 'password')) return undefined;
  return field('username', plain)(expression);
};

export const docdbPassword: Converter = (expression) => {
  const entry = expression.kind === 'object' ? expression.entries.find(({ name }) => name === 'password') : undefined;
  return secretText(entry?.value);
};

/** A `SecretValue` that is written as plain text. */
export function secretText(expression: Expression | undefined): Value | undefined {
  if (expression?.kind !== 'call' || !/^SecretValue\.(?:unsafePlainText|plainText)$/.test(expression.name)) return undefined;
  const [text] = expression.parameters;
  return text?.kind === 'literal' ? toValue(text) : undefined;
}
