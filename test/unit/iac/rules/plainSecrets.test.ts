import assert from 'node:assert/strict';
import type { Value } from '../../../../src/iac/model';
import { isSecretName, secretIn } from '../../../../src/iac/rules/plainSecrets';

const known = (value: string | number | boolean): Value => ({ kind: 'known', value, start: 0, end: 1 });

describe('A name of a variable', () => {
  for (const name of [
    'PASSWORD',
    'DB_PASSWORD',
    'dbPassword',
    'PASSWORD1',
    'DB_PASS',
    'PWD',
    'GITHUB_TOKEN',
    'apiKey',
    'API_KEY',
    'CLIENT_SECRET',
    'ENCRYPTION_KEY',
    'aws_secret_access_key',
  ]) {
    it(`${name} is one of a secret`, () => assert.ok(isSecretName(name)));
  }

  for (const name of [
    'PASS_THROUGH',
    'SECRET_ARN',
    'PASSWORD_LENGTH',
    'TOKEN_URL',
    'SECRET_NAME',
    'KEY',
    'PARTITION_KEY',
    'MAX_TOKENS',
    'COMPASS',
    'TOKEN_TTL',
    'USER',
    'HTTP_PORT',
    'BYPASS',
  ]) {
    it(`${name} is none`, () => assert.ok(!isSecretName(name)));
  }
});

describe('A value', () => {
  for (const value of ['hunter2', 'https://user:pw@example.com/', 'correct horse']) {
    it(`${value} of a secret's name is a secret`, () => assert.ok(secretIn('API_TOKEN', known(value))));
  }

  for (const value of [
    '',
    true,
    300,
    '{{resolve:secretsmanager:a}}',
    'arn:aws:secretsmanager:a',
    'https://example.com/login',
    'alias/orders',
    '/shop/token',
    '1234abcd-12ab-34cd-56ef-1234567890ab',
    'none',
  ]) {
    it(`${JSON.stringify(value)} is none`, () => assert.equal(secretIn('ENCRYPTION_KEY', known(value)), undefined));
  }

  it('that is not known is none', () => assert.equal(secretIn('PASSWORD', { kind: 'unknown', reason: 'a parameter', start: 0, end: 1 }), undefined));
});
