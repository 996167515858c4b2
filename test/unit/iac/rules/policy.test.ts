import assert from 'node:assert/strict';
import { propertyAt, propertyOf, type Resource } from '../../../../src/iac/model';
import { allows, documentsOf, isAnybody, isUnconditional, names, openStatements, statementsOf, takesIn, textsOf } from '../../../../src/iac/rules/policy';
import { readText } from '../../support';

async function resourceOf(type: string, properties: string): Promise<Resource> {
  const { resources } = await readText(`Resources:\n  It: { Type: ${type}, Properties: { ${properties} } }\n`);
  return resources[0]!;
}

const policy = (statement: string): Promise<Resource> => resourceOf('AWS::IAM::ManagedPolicy', `PolicyDocument: { Statement: ${statement} }`);
const first = async (statement: string): Promise<ReturnType<typeof statementsOf>[number]> => statementsOf(documentsOf(await policy(statement))[0])[0]!;

describe('Statements of a policy', () => {
  it('are read from a list and from a single one', async () => {
    for (const [statement, count] of [
      ['[{ Sid: a }, { Sid: b }]', 2],
      ['{ Sid: a }', 1],
      ['[]', 0],
      ['!Ref Unset', 0],
      ['[!If [Production, { Sid: a }, !Ref AWS::NoValue], { Sid: b }]', 1],
    ] as const) {
      assert.equal(documentsOf(await policy(statement)).flatMap(statementsOf).length, count, statement);
    }
    assert.deepEqual(statementsOf(undefined), []);
  });

  it('are read from JSON text, in its place', async () => {
    const text = '{"Statement": [{"Effect": "Allow", "Action": ["*", 1, true, null]}]}';
    const [document] = documentsOf(await resourceOf('AWS::IAM::ManagedPolicy', `PolicyDocument: '${text}'`));
    const [statement] = statementsOf(document);
    assert.deepEqual(
      textsOf(propertyOf(statement, 'Action')).map(({ value, start, end }) => [value, start, end]),
      ['*', 1, true, null].map((value) => [value, document!.start, document!.end]),
    );
    for (const broken of ['{"Statement": [', '[]', 'text'])
      assert.deepEqual(statementsOf(documentsOf(await resourceOf('AWS::IAM::ManagedPolicy', `PolicyDocument: '${broken}'`))[0]), []);
  });

  it('name the texts of an element, and leave out what is not known', async () => {
    const texts = async (text: string): Promise<unknown[]> => textsOf(propertyOf(await first(`{ Action: ${text} }`), 'Action')).map(({ value }) => value);
    assert.deepEqual(await Promise.all(['s3:*', '[a:b, !Ref Unset, c:d]', '!Ref Unset', '[]'].map(texts)), [['s3:*'], ['a:b', 'c:d'], [], []]);
    assert.deepEqual(textsOf(undefined), []);
  });

  it('take in actions by wildcards, whatever their case', () => {
    for (const pattern of ['iam:PassRole', 'IAM:passrole', 'iam:Pass*', 'iam:*', '*', 'iam:Pass????', '*:PassRole', 'i*a*R*e', '**', 'iam:PassRole*'])
      assert.ok(takesIn(pattern, 'iam:PassRole'), pattern);
    for (const pattern of ['iam:PassRol', 'iam:Pass?', 's3:*', 'iam.PassRole', 'iam:PassRole2', '', '?'.repeat(9), `${'?*'.repeat(5000)}!`])
      assert.ok(!takesIn(pattern, 'iam:PassRole'), pattern);
  });

  it('allow only where their effect says so', async () => {
    assert.equal(allows(await first('{ Effect: Allow }')), true);
    assert.equal(allows(await first('{ Effect: Deny }')), false);
    assert.equal(allows(await first('{ Effect: !Ref Unset }')), false);
    assert.equal(allows(await first('{ Sid: a }')), false);
  });

  it('name an action as a single value or in a list', async () => {
    const action = async (text: string): Promise<boolean> => names(propertyOf(await first(`{ Action: ${text} }`), 'Action'), '*');
    assert.deepEqual(await Promise.all(["'*'", "[s3:*, '*']", 's3:*', '[s3:*]', '[]', '!Ref Unset', '[!Ref Unset]'].map(action)), [
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    assert.equal(names(undefined, '*'), false);
  });

  it('are open to anybody by * alone or as an AWS principal', async () => {
    const open = async (text: string): Promise<boolean> => isAnybody(await first(`{ Principal: ${text} }`));
    assert.deepEqual(await Promise.all(["'*'", "{ AWS: '*' }", "{ AWS: [111122223333, '*'] }"].map(open)), [true, true, true]);
    assert.deepEqual(await Promise.all(["{ Service: '*' }", '{ AWS: 111122223333 }', '!Ref Unset', "'**'"].map(open)), [false, false, false, false]);
    assert.equal(isAnybody(await first('{ Sid: a }')), false);
  });

  it('are unconditional only where nothing may add a condition', async () => {
    assert.equal(isUnconditional(await first('{ Sid: a }')), true);
    assert.equal(isUnconditional(await first('{ Condition: { Bool: { aws:SecureTransport: true } } }')), false);
    assert.equal(isUnconditional(await first('{ Sid: a, "Fn::Transform": { Name: Shared } }')), false);
  });

  it('count as open when they allow anybody without a condition', async () => {
    const resource = await resourceOf(
      'AWS::SQS::QueuePolicy',
      `PolicyDocument: { Statement: [
        { Sid: open, Effect: Allow, Principal: '*' },
        { Sid: denied, Effect: Deny, Principal: '*' },
        { Sid: narrow, Effect: Allow, Principal: { AWS: 111122223333 } },
        { Sid: conditional, Effect: Allow, Principal: '*', Condition: { ArnLike: { aws:SourceArn: x } } } ] }`,
    );
    const found = openStatements(resource, 'PolicyDocument').map((statement) => propertyOf(statement, 'Sid')?.value);
    assert.deepEqual(
      found.map((value) => value?.kind === 'known' && value.value),
      ['open'],
    );
    assert.deepEqual(openStatements(resource, 'Missing'), []);
  });
});

describe('Documents of an IAM resource', () => {
  it('are its own and those of its inline policies', async () => {
    const role = await resourceOf('AWS::IAM::Role', 'Policies: [{ PolicyName: a, PolicyDocument: { Statement: [] } }, { PolicyName: b }, !Ref Unset]');
    assert.equal(documentsOf(role).length, 1);
    const own = await policy('[]');
    assert.deepEqual(documentsOf(own), [propertyAt(own, 'PolicyDocument')!.value]);
    assert.deepEqual(documentsOf(await resourceOf('AWS::IAM::Role', 'RoleName: a')), []);
  });
});
