import assert from 'node:assert/strict';
import { findingsIn } from '../../support';

/** Made here so that no program that looks for keys finds one. */
const key = `AKIAIOSFODNN7EXAMPLE`;
const rulesIn = async (text: string): Promise<string[]> => (await findingsIn(text)).findings.map(({ rule }) => rule.id);

describe('A text that is known in part', () => {
  it('is searched for credentials in user data, encoded or put together', async () => {
    for (const data of [
      `!Base64 "export AWS_ACCESS_KEY_ID=${key}"`,
      `{ 'Fn::Base64': { 'Fn::Sub': 'export AWS_ACCESS_KEY_ID=${key} in \${AWS::Region}' } }`,
      `{ 'Fn::Base64': { 'Fn::Join': ['', ['export A=', !Ref AWS::Region, ' AWS_ACCESS_KEY_ID=${key}']] } }`,
    ]) {
      const rules = await rulesIn(`Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData: ${data}\n`);
      assert.ok(rules.includes('ec2-user-data-credentials') || rules.includes('access-key-in-template'), data);
    }
    const rules = await rulesIn('Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData: !Base64 echo hello\n');
    assert.ok(!rules.includes('ec2-user-data-credentials') && !rules.includes('access-key-in-template'));
  });

  it('names a managed policy in whatever partition', async () => {
    const role = (arn: string): string => `Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      ManagedPolicyArns: [!Sub '${arn}']\n`;
    assert.ok((await rulesIn(role('arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess'))).includes('iam-administrator-access'));
    assert.ok(!(await rulesIn(role('arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/AdministratorAccess'))).includes('iam-administrator-access'));
  });
});
