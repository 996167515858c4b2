import assert from 'node:assert/strict';
import { hole, propertyAt, textOf, type Value } from '../../../src/iac/model';
import { readText, textAt } from '../support';
import { absent, plain, unknown } from './plain';

const head = `Parameters:
  Size: { Type: Number, Default: 20 }
  Name: { Type: String, Default: orders }
  Empty: { Type: String, Default: '' }
  Required: { Type: String }
  Zones: { Type: CommaDelimitedList, Default: 'a, b' }
  Ports: { Type: List<Number>, Default: '80,443' }
  Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /path }
  Broken: { Type: String, Default: !Ref Name }
Mappings:
  Regions:
    eu: { Size: 5, Names: [x, y], Call: !Ref Name, List: !Split [',', 'a,b'] }
    orders: { Size: 7, Names: [x] }
    loop: { Size: !FindInMap [Regions, loop, Size] }
Conditions:
  Production: !Equals [a, b]
Resources:
  Other: { Type: AWS::SQS::Queue }
  It:
    Type: AWS::SQS::Queue
    Properties:
      P: `;

async function valueOf(expression: string): Promise<Value> {
  const text = `${head}${expression}\n`;
  const { value } = propertyAt((await readText(text)).resources[1]!, 'P')!;
  return value;
}

/** Each case: a value in YAML, and what it is read as. */
function cases(table: readonly (readonly [expression: string, expected: unknown])[]): void {
  for (const [expression, expected] of table) {
    it(`${expression} is ${JSON.stringify(expected)}`, async () => assert.deepEqual(plain(await valueOf(expression)), expected));
  }
}

describe('Ref', () => {
  cases([
    ['!Ref Other', '-> Other'],
    ['{ Ref: Other }', '-> Other'],
    ['!Ref Size', { 'default of Size': 20 }],
    ['{ Ref: Name }', { 'default of Name': 'orders' }],
    ['!Ref Required', unknown],
    ['!Ref Image', unknown],
    ['!Ref Broken', unknown],
    ['!Ref Zones', [{ 'default of Zones': 'a' }, { 'default of Zones': 'b' }]],
    ['!Ref Ports', [{ 'default of Ports': '80' }, { 'default of Ports': '443' }]],
    ['!Ref AWS::NoValue', absent],
    ['{ Ref: AWS::NoValue }', absent],
    ['!Ref AWS::Region', unknown],
    ['!Ref Nobody', unknown],
    ['!Ref', unknown],
    ['!Ref [Other]', unknown],
    ['{ Ref: Other, More: 1 }', { Ref: 'Other', More: 1 }],
  ]);
});

describe('GetAtt', () => {
  cases([
    ['!GetAtt Other.Arn', '-> Other.Arn'],
    ['{ Fn::GetAtt: [Other, Arn] }', '-> Other.Arn'],
    ['{ Fn::GetAtt: Other.Endpoint.Port }', '-> Other.Endpoint.Port'],
    ['!GetAtt Other', unknown],
    ['!GetAtt Other.', unknown],
    ['!GetAtt', unknown],
    ['!GetAtt [Other]', unknown],
    ['!GetAtt { a: b }', unknown],
  ]);
});

describe('If', () => {
  cases([
    ['!If [Production, 1, 2]', { oneOf: [1, 2] }],
    ['{ Fn::If: [Production, { a: 1 }, !Ref AWS::NoValue] }', { oneOf: [{ a: 1 }, absent] }],
    ['!If [Production, !If [Production, 1, 2], !Ref Required]', { oneOf: [{ oneOf: [1, 2] }, unknown] }],
    ['!If [Production, !Ref Empty, !Ref Name]', { oneOf: [unknown, { 'default of Name': 'orders' }] }],
    ["!If [Production, '', !Ref AWS::NoValue]", { oneOf: ['', absent] }],
    ['!If [Production, 1]', unknown],
    ['!If Production', unknown],
  ]);
});

describe('FindInMap', () => {
  cases([
    ['!FindInMap [Regions, eu, Size]', 5],
    ['{ Fn::FindInMap: [Regions, eu, Names] }', ['x', 'y']],
    ['!FindInMap [Regions, !Ref Name, Size]', { 'default of Name': 7 }],
    ['!FindInMap [Regions, !Ref Name, Names]', [{ 'default of Name': 'x' }]],
    ['!FindInMap [Regions, !Ref AWS::Region, Size]', unknown],
    ['!FindInMap [Regions, us, Size]', unknown],
    ['!FindInMap [Regions, eu]', unknown],
    ['!FindInMap Regions', unknown],
    ['!FindInMap [Regions, eu, Call]', unknown],
    ['!FindInMap [Regions, eu, List]', unknown],
    ['!FindInMap [Regions, loop, Size]', unknown],
  ]);
});

describe('Sub', () => {
  cases([
    ['!Sub plain', 'plain'],
    ["!Sub 'q-${Size}'", { 'default of Size': 'q-20' }],
    ["!Sub '${!Literal}-x'", '${Literal}-x'],
    ["!Sub ['${a}-${b}', { a: 1, b: two }]", '1-two'],
    ["!Sub ['${Name}-${a}', { a: !Ref Size }]", { 'default of Name': 'orders-20' }],
    ["{ Fn::Sub: '${Name}' }", { 'default of Name': 'orders' }],
    ["!Sub ['${Name}', { Name: own }]", 'own'],
    ["!Sub '${AWS::Region}'", unknown],
    ["!Sub '${Other.Arn}'", '-> Other.Arn'],
    ["!Sub '${Other}'", '-> Other'],
    ["!Sub '${Other.Arn}/x'", unknown],
    ["!Sub ['${Other.Arn}', {}]", unknown],
    ["!Sub '${Required}'", unknown],
    ["!Sub '${unfinished'", '${unfinished'],
    ['!Sub [[a]]', unknown],
    ['!Sub { a: b }', unknown],
  ]);

  it('keeps what is known of a text, with holes for the rest, also joined and encoded', async () => {
    for (const [expression, outline] of [
      ["!Sub 'arn:${AWS::Partition}:iam::aws:policy/A'", `arn:${hole}:iam::aws:policy/A`],
      ["!Sub 'a-${Size}-${Required}-${AWS::Region}'", `a-20-${hole}-${hole}`],
      ["!Join ['-', [a, !Ref Required, !Sub '${AWS::Region}-z']]", `a-${hole}-${hole}-z`],
      ['!Base64 echo', 'echo'],
      ["{ Fn::Base64: { Fn::Sub: 'echo ${AWS::Region}' } }", `echo ${hole}`],
    ] as const) {
      const value = await valueOf(expression);
      assert.equal(value.kind, 'unknown', expression);
      assert.equal(textOf(value), outline, expression);
    }
  });

  it('names in its reason what is not known', async () => {
    const value = await valueOf("!Sub '${Size}-${AWS::Region}'");
    assert.match(value.kind === 'unknown' ? value.reason : '', /AWS::Region in its Fn::Sub/);
  });
});

describe('Select and GetAZs', () => {
  const same = async (expression: string): Promise<string | undefined> => {
    const value = await valueOf(expression);
    return value.kind === 'unknown' ? value.same : 'known';
  };

  it('make one zone of the same number of the same Region, however it is written', async () => {
    const first = await same("!Select [0, !GetAZs '']");
    assert.ok(first);
    for (const expression of ['!Select [0, !GetAZs { Ref: AWS::Region }]', "{ Fn::Select: ['0', { Fn::GetAZs: { Ref: AWS::Region } }] }"])
      assert.equal(await same(expression), first);
    for (const expression of ["!Select [1, !GetAZs '']", '!Select [0, !GetAZs eu-west-1]']) assert.notEqual(await same(expression), first);
  });

  it('say nothing of a number or a Region that a parameter gives', async () => {
    assert.equal(await same("!Select [!Ref Size, !GetAZs '']"), undefined);
    assert.equal(await same('!Select [0, !GetAZs [a]]'), undefined);
  });
});

describe('Join and Select', () => {
  cases([
    ["!Join ['-', [a, 1, true]]", 'a-1-true'],
    ["{ Fn::Join: ['', [a, !Ref Size]] }", { 'default of Size': 'a20' }],
    ["!Join [',', !Ref Zones]", { 'default of Zones': 'a,b' }],
    ["!Join ['-', [a, !Ref AWS::Region]]", unknown],
    ["!Join ['-', !GetAtt Other.List]", unknown],
    ["!Join ['-']", unknown],
    ['!Join x', unknown],
    ['!Select [1, [a, b]]', 'b'],
    ["{ Fn::Select: ['0', [a, b]] }", 'a'],
    ['!Select [1, !Ref Zones]', { 'default of Zones': 'b' }],
    ['!Select [2, [a, b]]', unknown],
    ['!Select [-1, [a, b]]', unknown],
    ['!Select [x, [a, b]]', unknown],
    ["!Select [0, !GetAZs '']", unknown],
    ['!Select [0]', unknown],
  ]);

  it('marks what a parameter selects with that parameter', async () => {
    const text =
      'Parameters:\n  N: { Type: Number, Default: 1 }\nResources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties:\n      P: !Select [!Ref N, [a, b]]\n';
    assert.deepEqual(plain(propertyAt((await readText(text)).resources[0]!, 'P')!.value), { 'default of N': 'b' });
  });
});

describe('Other calls', () => {
  cases(
    [
      'Base64 x',
      'Cidr [10.0.0.0/16, 1, 8]',
      "GetAZs ''",
      'ImportValue x',
      "Split [',', 'a,b']",
      'Equals [a, b]',
      'Condition Production',
      'ToJsonString { a: 1 }',
      'Length [a]',
    ].flatMap((call) => {
      const [name = '', argument = ''] = call.split(/ (.*)/s);
      const long = name === 'Condition' ? name : `Fn::${name}`;
      return [
        [`!${call}`, unknown],
        [`{ ${long}: ${argument} }`, unknown],
      ] as const;
    }),
  );
  cases([
    ['{ Condition: { StringEquals: { a: b } } }', { Condition: { StringEquals: { a: 'b' } } }],
    ['{ Fn::Unheard: x }', { '...': unknown }],
    ['{ a: 1, Fn::Transform: x }', { a: 1, '...': unknown }],
  ]);
});

describe('A call', () => {
  it('stands where it is written, its tag left out', async () => {
    const text = `${head}!FindInMap [Regions, eu, Size]\n`;
    const { value } = propertyAt((await readText(text)).resources[1]!, 'P')!;
    assert.ok(textAt(text, value).startsWith('[Regions, eu'), textAt(text, value));
    const reference = `${head}!Ref Size\n`;
    assert.equal(textAt(reference, propertyAt((await readText(reference)).resources[1]!, 'P')!.value), 'Size');
  });

  it('has a value that is read once', async () => {
    const property = propertyAt((await readText(`${head}!If [Production, { a: 1 }, 2]\n`)).resources[1]!, 'P')!;
    assert.equal(property.value, property.value);
  });

  it('that makes more than 100,000 characters is unknown, without the time they would take', async () => {
    const long = `"${'x'.repeat(1000)}"`;
    const sub = (inner: string): string => `{"Fn::Sub": ["\${a}\${a}\${a}", {"a": ${inner}}]}`;
    const join = (count: number): string => `{"Fn::Join": ["", [${Array<string>(count).fill(long).join(', ')}]]}`;
    let nested = long;
    for (let level = 0; level < 60; level++) nested = sub(nested);
    const begun = performance.now();
    const { resources } = await readText(
      `{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"A": ${nested}, "B": ${join(101)}, "C": ${join(99)}, "D": ${sub(sub('"ab"'))}}}}}`,
    );
    const values = ['A', 'B', 'C', 'D'].map((name) => plain(propertyAt(resources[0]!, name)!.value));
    assert.deepEqual(values, [unknown, unknown, 'x'.repeat(99_000), 'ab'.repeat(9)]);
    assert.ok(performance.now() - begun < 500);
  });
});
