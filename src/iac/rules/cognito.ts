import { always, isFalse, propertyAt } from '../model';
import { demand, switchedOff, switchedOn } from './demands';
import { textsOf } from './policy';
import type { Rule } from './rule';

const pool = ['AWS::Cognito::UserPool'];
const identityPool = ['AWS::Cognito::IdentityPool'];
const client = ['AWS::Cognito::UserPoolClient'];
const passwordPolicy = 'Policies.PasswordPolicy';
/** Cognito's own minimum for a new pool. */
const shortestPassword = 8;
const kinds: Readonly<Record<string, string>> = {
  RequireLowercase: 'lower-case letters',
  RequireUppercase: 'upper-case letters',
  RequireNumbers: 'numbers',
  RequireSymbols: 'symbols',
};

export const cognitoRules: readonly Rule[] = [
  demand(
    {
      id: 'cognito-mfa-off',
      service: 'cognito',
      title: 'User pool without MFA',
      why: 'With a password alone, one that leaked elsewhere opens the account here.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'cognito#mfa',
      types: pool,
    },
    {
      path: 'MfaConfiguration',
      // YAML readers may take ON and OFF for booleans.
      is: (known) => known === 'ON' || known === 'OPTIONAL' || known === true || known === 'true',
      whenAbsent: false,
      message: (how) => `MfaConfiguration ${how}: users sign in by password alone. Set it to ON, or OPTIONAL at least.`,
    },
  ),
  demand(
    {
      id: 'cognito-password-short',
      service: 'cognito',
      title: 'Short passwords allowed',
      why: 'Short passwords are guessed, and many of them are in lists already.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'saa-c03/1.2', 'sap-2014/6.3'],
      fact: 'cognito#password-length',
      types: pool,
    },
    {
      path: `${passwordPolicy}.MinimumLength`,
      is: (known) => !(Number(known) < shortestPassword),
      whenAbsent: true,
      message: (how) => `MinimumLength ${how}. ${shortestPassword} characters are what Cognito sets by itself, and more is better.`,
    },
  ),
  {
    id: 'cognito-password-simple',
    service: 'cognito',
    title: 'Passwords of few kinds of characters allowed',
    why: 'What a password may lack, an attacker need not try.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'saa-c03/1.2', 'sap-2014/6.3'],
    fact: 'cognito#password-length',
    types: pool,
    check: (resource) => {
      const off = Object.keys(kinds).filter((name) => always(propertyAt(resource, `${passwordPolicy}.${name}`)?.value, isFalse));
      const value = propertyAt(resource, `${passwordPolicy}.${off[0] ?? ''}`)?.value;
      if (!value) return undefined;
      const list = off.map((name) => kinds[name]).join(', ');
      return [{ span: { start: value.start, end: value.end }, message: `Passwords need no ${list}. Require them, or a much greater length.` }];
    },
  },
  demand(
    {
      id: 'cognito-temporary-password-long',
      service: 'cognito',
      title: 'Temporary password valid for long',
      why: 'A temporary password lies in an inbox until it is used.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'saa-c03/1.2'],
      fact: 'cognito#temporary-password',
      types: pool,
    },
    {
      path: `${passwordPolicy}.TemporaryPasswordValidityDays`,
      is: (known) => !(Number(known) > 7),
      whenAbsent: true,
      message: (how) => `TemporaryPasswordValidityDays ${how}. A week is what Cognito sets by itself; an unused invitation can be sent again.`,
    },
  ),
  demand(
    {
      id: 'cognito-threat-protection-off',
      service: 'cognito',
      title: 'User pool without threat protection',
      why: 'Threat protection, of the Plus plan, notices passwords from known leaks and unusual sign-ins.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'cognito#threat-protection',
      types: pool,
    },
    {
      path: 'UserPoolAddOns.AdvancedSecurityMode',
      is: (known) => known === 'ENFORCED' || known === 'AUDIT',
      whenAbsent: false,
      message: (how) => `AdvancedSecurityMode ${how}: leaked passwords and risky sign-ins pass unnoticed. ENFORCED acts on them, on the Plus plan.`,
    },
  ),
  demand(
    {
      id: 'cognito-deletion-protection-off',
      service: 'cognito',
      title: 'User pool without deletion protection',
      why: 'With the pool all its users go, and their passwords could not be exported before.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/1.2'],
      fact: 'cognito#deletion-protection',
      types: pool,
    },
    {
      path: 'DeletionProtection',
      is: (known) => known === 'ACTIVE',
      whenAbsent: false,
      message: (how) => `DeletionProtection ${how}: deleting the pool, or a stack update that replaces it, takes all users along.`,
      fix: { title: 'Protect the user pool from deletion', value: 'ACTIVE' },
    },
  ),
  demand(
    {
      id: 'cognito-self-sign-up',
      service: 'cognito',
      title: 'Anybody can sign up',
      why: 'An application for staff or invited customers opens to everybody who finds its client ID.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'saa-c03/1.2'],
      fact: 'cognito#self-sign-up',
      types: pool,
    },
    {
      path: 'AdminCreateUserConfig.AllowAdminCreateUserOnly',
      is: (known) => !(known !== null && isFalse(known)),
      whenAbsent: true,
      message: (how) => `AllowAdminCreateUserOnly ${how}: everybody who knows the client ID can make an account. Fine for a public application only.`,
    },
  ),
  switchedOff(
    {
      id: 'cognito-guest-access',
      service: 'cognito',
      title: 'AWS credentials for guests',
      why: 'Whoever knows the pool ID, which stands in the page or app, gets AWS credentials without signing in.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'cognito#guests',
      types: identityPool,
    },
    {
      path: 'AllowUnauthenticatedIdentities',
      message: (how) =>
        `AllowUnauthenticatedIdentities ${how}: everybody gets credentials of the guest role. Switch it off, or keep that role to the very least.`,
    },
  ),
  switchedOff(
    {
      id: 'cognito-classic-flow',
      service: 'cognito',
      title: 'Classic flow of an identity pool allowed',
      why: 'In the classic flow the app itself chooses a role and asks STS for it, without the limits of the enhanced flow.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
      fact: 'cognito#guests',
      types: identityPool,
    },
    { path: 'AllowClassicFlow', message: (how) => `AllowClassicFlow ${how}. Apps that use the enhanced flow do without it, and get narrower credentials.` },
  ),
  {
    id: 'cognito-client-implicit-flow',
    service: 'cognito',
    title: 'Client with the implicit grant',
    why: 'The implicit grant puts tokens into the address, where histories, logs and scripts can read them.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'saa-c03/1.2'],
    fact: 'cognito#client-secret',
    types: client,
    check: (resource) =>
      textsOf(propertyAt(resource, 'AllowedOAuthFlows'))
        .filter(({ value }) => value === 'implicit')
        .map(({ start, end }) => ({ span: { start, end }, message: 'The implicit grant hands tokens over in the URL. Use the code grant with PKCE.' })),
  },
  demand(
    {
      id: 'cognito-client-reveals-users',
      service: 'cognito',
      title: 'Sign-in tells which users exist',
      why: 'Answers that differ for unknown users let anybody find out who has an account.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'cognito#user-existence',
      types: client,
    },
    {
      path: 'PreventUserExistenceErrors',
      is: (known) => known === 'ENABLED',
      whenAbsent: false,
      message: (how) => `PreventUserExistenceErrors ${how}: a failed sign-in tells whether the user exists. ENABLED answers the same way for all.`,
      fix: { title: 'Answer alike for users that do not exist', value: 'ENABLED' },
    },
  ),
  switchedOn(
    {
      id: 'cognito-client-tokens-not-revocable',
      service: 'cognito',
      title: 'Token revocation switched off',
      why: 'A refresh token of a lost phone can then not be called back before it expires.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'cognito#refresh-token',
      types: client,
    },
    {
      path: 'EnableTokenRevocation',
      onByDefault: true,
      message: (how) => `EnableTokenRevocation ${how}: refresh tokens stay valid until they expire.`,
      fix: { title: 'Make tokens revocable', value: true },
    },
  ),
];
