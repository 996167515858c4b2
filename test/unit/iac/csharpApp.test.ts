import assert from 'node:assert/strict';
import { isAbsent, propertyOf, type Resource } from '../../../src/iac/model';
import { readText, textAt } from '../support';
import { absent, encryptedBy, plain, properties, unknown } from './plain';

const using = (...names: string[]): string => names.map((name) => `using Amazon.CDK${name};\n`).join('');
const head = `using System.Collections.Generic;\n${using('', '.AWS.EC2', '.AWS.Lambda', '.AWS.RDS', '.AWS.DynamoDB', '.AWS.S3', '.AWS.SQS')}namespace Shop;\n`;

const resourcesOf = async (text: string): Promise<readonly Resource[]> => (await readText(text)).resources;
const inClass = (body: string, members = ''): string =>
  `public class S : Stack {\n${members}\ninternal S(Construct scope, string id, IStackProps props = null) : base(scope, id, props) {\n${body}\n}\n}\n`;
const inStack = (body: string, members = ''): Promise<readonly Resource[]> => resourcesOf(head + inClass(body, members));
const last = async (body: string, members = ''): Promise<Resource> => (await inStack(body, members)).at(-1)!;

/** What a construct with one property sets. */
async function sets(construct: string, property: string, before = '', members = ''): Promise<unknown> {
  return properties(await last(`${before}\nnew ${construct}(this, "It", new ${construct}Props { ${property} });`, members));
}

describe('The imports of a CDK app in C#', () => {
  for (const [directives, use] of [
    [using('.AWS.S3'), 'Bucket'],
    [using('', '.AWS.SQS', '.AWS.S3'), 'Bucket'],
    [`global ${using('.AWS.S3')}`, 'Bucket'],
    ['using S3 = Amazon.CDK.AWS.S3;\n', 'S3.Bucket'],
    ['using Store = Amazon.CDK.AWS.S3.Bucket;\n', 'Store'],
    [using(''), 'Amazon.CDK.AWS.S3.Bucket'],
    [using(''), 'global::Amazon.CDK.AWS.S3.Bucket'],
  ] as const) {
    for (const namespace of ['', 'namespace Shop;\n', 'namespace Shop {\n']) {
      it(`${directives.trim().replaceAll('\n', ' ')} makes ${use} a bucket in "${namespace.trim()}"`, async () => {
        const text = `${directives}${namespace}${inClass(`new ${use}(this, "Photos", new Amazon.CDK.AWS.S3.BucketProps { Versioned = true });`)}${namespace.endsWith('{\n') ? '}' : ''}`;
        const [bucket, ...others] = await resourcesOf(text);
        assert.equal(others.length, 0);
        assert.deepEqual([bucket?.id, bucket?.type, bucket?.construct], ['Photos', 'AWS::S3::Bucket', 'Bucket']);
        assert.equal(textAt(text, bucket!.typeSpan), use.slice(use.lastIndexOf('.') + 1));
        assert.deepEqual(properties(bucket), { VersioningConfiguration: { Status: 'Enabled' } });
      });
    }
  }

  it('may stand within a namespace, and apps be top-level statements', async () => {
    const within = `namespace Shop {\n${using('.AWS.S3')}${inClass('new Bucket(this, "A");')}}\n`;
    const statements = `${using('', '.AWS.S3')}var app = new App();\nvar stack = new Stack(app, "S");\nnew Bucket(stack, "A");\n`;
    for (const text of [within, statements])
      assert.deepEqual(
        (await resourcesOf(text)).map(({ id }) => id),
        ['A'],
      );
  });

  it('name modules of several words, and those whose namespaces are spelled otherwise', async () => {
    const classes = [
      ['.AWS.Lambda.Nodejs', 'NodejsFunction', 'AWS::Lambda::Function'],
      ['.AWS.Lambda.Python.Alpha', 'PythonFunction', 'AWS::Lambda::Function'],
      ['.AWS.CloudFront.Experimental', 'EdgeFunction', 'AWS::Lambda::Function'],
      ['.AWS.ECS.Patterns', 'ApplicationLoadBalancedFargateService', 'AWS::ECS::Service'],
      ['.AWS.ElasticLoadBalancingV2', 'ApplicationLoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
      ['.AWS.WAFRegional', 'CfnWebACL', 'AWS::WAFRegional::WebACL'],
      ['.AWS.APIGateway', 'RestApi', 'AWS::ApiGateway::RestApi'],
      ['.AwsBedrock', 'CfnAgent', 'AWS::Bedrock::Agent'],
    ] as const;
    for (const [namespace, name, type] of classes) {
      for (const use of [name, `Amazon.CDK${namespace}.${name}`])
        assert.equal((await resourcesOf(using(namespace) + inClass(`new ${use}(this, "A");`)))[0]?.type, type);
    }
    const [asset] = await resourcesOf(using('') + inClass('new Amazon.CDK.AWS.S3.Assets.Asset(this, "A");'));
    assert.equal(asset?.type, 'aws-cdk-lib.aws_s3_assets.Asset');
    const [custom] = await resourcesOf(using('') + inClass('new Amazon.CDK.CustomResources.AwsCustomResource(this, "A");'));
    assert.equal(custom?.type, 'Custom::AWS');
  });

  it('take a class from the first of several namespaces that has one, and none that no namespace is known to have', async () => {
    const body =
      'new Function(this, "A");\nnew CfnVolume(this, "B");\nnew Stage(this, "C");\nnew Rule(this, "D");\nnew Widget(this, "E");\nnew Instance_(this, "F");';
    assert.deepEqual(
      (await resourcesOf(using('', '.AWS.APIGateway', '.AWS.Events', '.AWS.Lambda', '.AWS.EC2') + inClass(body))).map(({ id, type }) => `${id} ${type}`),
      ['A AWS::Lambda::Function', 'B AWS::EC2::Volume', 'D AWS::Events::Rule', 'F AWS::EC2::Instance'],
    );
  });

  it('make nothing of classes of other libraries or of the app itself', async () => {
    const text = `using Mine.Things;\nusing Queue = Mine.Queue;\n${using('.AWS.S3', '.AWS.SQS', '.AWS.SNS')}class Topic : Stack {}\nrecord Bucket(int A);\n`;
    const body = 'new Bucket(this, "A");\nnew Topic(this, "B");\nnew Queue(this, "C");\nnew Dictionary<string, string>(this, "D");\nnew Mine.Queue(this, "E");';
    assert.deepEqual(await resourcesOf(text + inClass(body)), []);
  });
});

describe('The resources of a CDK app in C#', () => {
  const ids = async (body: string, members = ''): Promise<string[]> => (await inStack(body, members)).map(({ id, type }) => `${id} ${type}`);

  it('are low-level constructs too, with the names that CloudFormation gives their properties', async () => {
    const volume = await last('new CfnVolume(this, "V", new CfnVolumeProps { VolumeType = "gp2", Size = 5, AutoEnableIo = true });');
    assert.deepEqual([volume.type, volume.construct, volume.defaults], ['AWS::EC2::Volume', 'CfnVolume', undefined]);
    assert.deepEqual(properties(volume), { VolumeType: 'gp2', Size: 5, AutoEnableIO: true });
    assert.equal(isAbsent(volume, 'Encrypted'), true);
  });

  it('may be made by new alone, where the type is declared', async () => {
    const members =
      'private readonly Queue one = new(this, "A");\npublic Queue? Two { get; private set; } = new(this, "B", new() { Fifo = true });\nQueue three;\nQueue Four { get; }';
    const body =
      'Queue five = new(this, "E", new() { Fifo = true });\nthis.three = new(this, "C");\nFour = new(this, "D");\nvar six = new(this, "F");\nunheard = new(this, "G");';
    const resources = await inStack(body, members);
    assert.deepEqual(
      resources.map(({ id, type, holder }) => [id, type, holder]),
      ['A one', 'B Two', 'E five', 'C three', 'D Four'].map((name) => [name[0], 'AWS::SQS::Queue', name.slice(2)]),
    );
    assert.deepEqual([properties(resources[1]), properties(resources[2])], [{ FifoQueue: true }, { FifoQueue: true }]);
    const text = head + inClass(body, members);
    assert.equal(textAt(text, resources[0]!.typeSpan), 'new');
  });

  it('may be given their arguments by name', async () => {
    const queue = await last('new Queue(props: new QueueProps { Fifo = true }, id: "Q", scope: this);');
    assert.deepEqual([queue.id, properties(queue)], ['Q', { FifoQueue: true }]);
    assert.equal(isAbsent(await last('new Queue(this, id: "Q", props: given);'), 'QueueName'), false);
  });

  it('are not look-ups, stacks nor values', async () => {
    const body =
      'var app = new App();\nnew Stack(app, "S");\nBucket.FromBucketName(this, "B", "b");\nVpc.FromLookup(this, "V", null);\nnew InstanceType("t3.micro");\n' +
      'new Queue(this);\nnew Queue();\nnew Queue("text", "Q");\nnew Queue(this, 5);\nnew BucketProps { Versioned = true };';
    assert.deepEqual(await ids(body), []);
  });

  it('may stand anywhere, with any scope', async () => {
    const body = 'Use(new Queue(this.stack, "A"), new Queue(GetStack(), "B"));\nreturn new Queue(new Stack(app, "S"), "C");\n_ = new Queue(scope!, "D").Node;';
    assert.deepEqual(
      await ids(body),
      ['A', 'B', 'C', 'D'].map((id) => `${id} AWS::SQS::Queue`),
    );
  });

  it('show an id that is put together as it is written', async () => {
    const made = await ids(
      'new Queue(this, Name);\nnew Queue(this, $"{id}-Q");\nnew Queue(this, id + "Q");\nnew Queue(this, string.Format("a{0}", id));\nnew Queue(this, nameof(S.Name));\nnew Queue(this, $"{Name}{1}");',
      'const string Name = "Known";',
    );
    assert.deepEqual(
      made.map((name) => name.replace(' AWS::SQS::Queue', '')),
      ['Known', '{id}-Q', 'id + "Q"', 'string.Format("a{0}", id)', 'Name', 'Known1'],
    );
  });

  it('say where id, class, property names and values stand, also behind wide characters and with CRLF', async () => {
    const source = head + inClass('// 😀 übung\nvar q = new Queue(/* scope */ this, "Q", new QueueProps {\n  Fifo = true, // yes\n  QueueName = "n",\n});');
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const queue = (await resourcesOf(text))[0]!;
      assert.deepEqual(
        [queue.idSpan, queue.typeSpan].map((span) => textAt(text, span)),
        ['"Q"', 'Queue'],
      );
      assert.deepEqual(
        queue.properties.entries.map(({ nameSpan, value }) => [textAt(text, nameSpan), textAt(text, value)]),
        [
          ['Fifo', 'true'],
          ['QueueName', '"n"'],
        ],
      );
      assert.match(textAt(text, queue.span), /^new Queue\([^]*\}\)$/);
      assert.equal(queue.holder, 'q');
    }
  });

  it('are still read where the source is broken further down, and that is reported once', async () => {
    for (const broken of ['new Queue(this, "R", new QueueProps { Fifo = tr', 'class {', 'var x = "unfinished', 'new Queue(', '}}}', 'new(', '$"{']) {
      const template = await readText(`${head}class S {\nS() {\nnew Queue(this, "Q", new QueueProps { Fifo = true });\n${broken}`);
      assert.deepEqual(properties(template.resources.find(({ id }) => id === 'Q')), { FifoQueue: true }, broken);
      for (const { properties: map, id } of template.resources) assert.ok(id === 'Q' || !map.complete || map.entries.length <= 1, broken);
      assert.match(template.problems.map(({ message }) => message).join(), /^C#: [^,]*could not be read\.$/);
    }
    assert.deepEqual((await readText(head + inClass('var none = new CfnQueue(this, "Q", new CfnQueueProps { Tags = [] });'))).problems, []);
  });

  it('never throw, wherever the source is cut', async () => {
    const body = inClass(
      'this.q = new(this, "Q", new() { Fifo = true, RetentionPeriod = Duration.Days(N) });\nvar b = new Bucket(this, $"B{id}", new BucketProps { Versioned = N > 1 ? a! : b, Tags = new Dictionary<string, string> { ["a"] = """\n  x\n  """, { "b", @"c" } } });\nUse([1, ..rest], -1);',
      'const int N = 2;\nQueue q;',
    );
    for (let cut = 0; cut <= body.length; cut++) {
      const text = head + body.slice(0, cut);
      for (const { typeSpan, span } of await resourcesOf(text)) assert.ok(typeSpan.start >= span.start && span.end <= text.length);
    }
  });
});

describe('The values of CDK properties in C#', () => {
  for (const [construct, property, expected] of [
    ['Queue', 'RetentionPeriod = Duration.Days(4)', { MessageRetentionPeriod: 345600 }],
    ['Queue', 'RetentionPeriod = Amazon.CDK.Duration.Hours(2)', { MessageRetentionPeriod: 7200 }],
    ['Queue', 'VisibilityTimeout = Duration.Minutes(minutes)', { VisibilityTimeout: unknown }],
    ['Queue', 'VisibilityTimeout = Duration.Seconds(60 * 5)', { VisibilityTimeout: 300 }],
    ['Bucket', 'Encryption = BucketEncryption.KMS', encryptedBy('aws:kms')],
    ['Bucket', 'Encryption = Amazon.CDK.AWS.S3.BucketEncryption.KMS', encryptedBy('aws:kms')],
    ['Bucket', 'Versioned = isProduction', { VersioningConfiguration: { Status: unknown } }],
    ['Bucket', 'Versioned = null', { VersioningConfiguration: { Status: absent } }],
    ['Bucket', 'Versioned = production ? true : default', { VersioningConfiguration: { Status: { oneOf: ['Enabled', absent] } } }],
    ['Function', 'Runtime = Runtime.DOTNET_8', { Runtime: 'dotnet8' }],
    ['Volume', 'Size = Size.Gibibytes(100), VolumeType = EbsDeviceVolumeType.GP3', { Size: 100, VolumeType: 'gp3' }],
    ['DatabaseInstance', 'Engine = DatabaseInstanceEngine.SqlServerEx(new SqlServerExInstanceEngineProps())', { Engine: 'sqlserver-ex' }],
    ['DatabaseInstance', 'InstanceType = InstanceType.Of(InstanceClass.T4G, InstanceSize.MEDIUM)', { DBInstanceClass: 'db.t4g.medium' }],
    ['DatabaseInstance', 'InstanceType = new InstanceType("m5.large")', { DBInstanceClass: 'db.m5.large' }],
    ['DatabaseInstance', 'InstanceType = new Mine.InstanceType("m5.large"), MultiAz = given!', { DBInstanceClass: unknown, MultiAZ: unknown }],
    ['Table', 'PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING }', { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] }],
    ['CfnVolume', 'Iops = -3, Size = 1_000L, Throughput = 0x10, Encrypted = (bool) true', { Iops: -3, Size: 1000, Throughput: 16, Encrypted: true }],
    [
      'CfnVolume',
      'AvailabilityZone = "it\\u0027s\\n", SnapshotId = @"a\\""b", KmsKeyId = $"k{id}", VolumeType = $"g{{p}}", OutpostArn = true as object',
      { AvailabilityZone: "it's\n", SnapshotId: 'a\\"b', KmsKeyId: unknown, VolumeType: 'g{p}', OutpostArn: true },
    ],
    ['CfnVolume', 'SnapshotId = """a "b" c""", KmsKeyId = """\n    a\n      b\n    """', { SnapshotId: 'a "b" c', KmsKeyId: 'a\n  b' }],
    ['CfnVolume', 'SnapshotId = $"""a""", KmsKeyId = $"""a{b}"""', { SnapshotId: 'a', KmsKeyId: unknown }],
    ['CfnQueue', 'Tags = new [] { 1, 2 }', { Tags: [1, 2] }],
    ['CfnQueue', 'Tags = new string[2] { "a", "b" }', { Tags: ['a', 'b'] }],
    ['CfnQueue', 'Tags = new List<string> { "a", x }', { Tags: ['a', unknown] }],
    ['CfnQueue', 'Tags = new List<string>(others)', { Tags: unknown }],
    ['CfnQueue', 'Tags = ["a", ..rest]', { Tags: ['a', unknown] }],
    ['CfnQueue', 'Tags = []', { Tags: [] }],
    ['CfnQueue', 'Tags = new [] { new CfnTag { Key = "a", Value = "b" }, new() { Key = "c" } }', { Tags: [{ Key: 'a', Value: 'b' }, { Key: 'c' }] }],
    ['CfnQueue', 'RedrivePolicy = new Dictionary<string, object> { ["a"] = 1, { "b", new [] { 2 } } }', { RedrivePolicy: { A: 1, B: [2] } }],
    ['CfnQueue', 'RedrivePolicy = new Dictionary<string, object> { [key] = 1 }', { RedrivePolicy: { '...': unknown } }],
    ['CfnQueue', 'RedrivePolicy = new Dictionary<string, object>()', { RedrivePolicy: {} }],
    ['CfnQueue', 'RedrivePolicy = new Dictionary<string, object>(others)', { RedrivePolicy: unknown }],
    [
      'CfnBucket',
      'VersioningConfiguration = new CfnBucket.VersioningConfigurationProperty { Status = "Enabled" }',
      { VersioningConfiguration: { Status: 'Enabled' } },
    ],
    ['CfnBucket', 'VersioningConfiguration = new Mine { Status = "Enabled" }', { VersioningConfiguration: unknown }],
  ] as const) {
    it(`${construct} with ${property} sets ${JSON.stringify(expected)}`, async () =>
      assert.deepEqual(await sets(construct, property, '', 'class Mine {}'), expected));
  }

  it('may be static imports', async () => {
    const text =
      'using static Amazon.CDK.AWS.S3.BucketEncryption;\n' +
      using('.AWS.S3') +
      inClass('new Bucket(this, "B", new BucketProps { Encryption = KMS, BucketName = other });');
    const [bucket] = await resourcesOf(text);
    assert.deepEqual(properties(bucket), { ...encryptedBy('aws:kms'), BucketName: unknown });
  });

  it('may be set in braces behind a construct', async () => {
    const queue = await last('new CfnQueue(this, "Q", new CfnQueueProps { QueueName = "a" }) { DelaySeconds = 3 };');
    assert.deepEqual(properties(queue), { QueueName: 'a', DelaySeconds: 3 });
    assert.deepEqual(properties(await last('new CfnQueue(this, "Q") { DelaySeconds = 3 };')), { DelaySeconds: 3 });
    assert.deepEqual(properties(await last('new CfnQueue(this, "Q", props) { DelaySeconds = 3 };')), { DelaySeconds: 3, '...': unknown });
  });

  it('make a DeletionPolicy of a removal policy, as an attribute', async () => {
    const bucket = await last('new Bucket(this, "B", new BucketProps { RemovalPolicy = RemovalPolicy.DESTROY });');
    assert.equal(plain(propertyOf(bucket.attributes, 'DeletionPolicy')?.value), 'Delete');
  });
});

describe('Constants in a CDK app in C#', () => {
  const period = 'RetentionPeriod = Duration.Days(Days)';

  it('are followed where they are declared once and never set again', async () => {
    for (const [before, members] of [
      ['', 'private const int Days = 4;'],
      ['', 'static readonly int D = 4; const int Days = D;'],
      ['', 'int Days { get; } = 4;'],
      ['', 'int Days => 4;'],
      ['const int Days = 4;', ''],
      ['var Days = 2 + 2;', ''],
    ] as const) {
      assert.deepEqual(await sets('Queue', period, before, members), { MessageRetentionPeriod: 345600 }, before + members);
    }
    assert.deepEqual(await sets('Queue', 'RetentionPeriod = Duration.Days(S.Days), Fifo = this.Fifo', '', 'const int Days = 4; readonly bool Fifo = true;'), {
      MessageRetentionPeriod: 345600,
      FifoQueue: true,
    });
  });

  it('may hold all properties', async () => {
    for (const declaration of [
      'var p = new QueueProps { Fifo = true };',
      'QueueProps p = new() { Fifo = true };',
      'IQueueProps p = new QueueProps() { Fifo = true };',
    ]) {
      const queue = await last(`${declaration}\nnew Queue(this, "Q", p);`);
      assert.deepEqual(properties(queue), { FifoQueue: true });
      assert.equal(isAbsent(queue, 'MessageRetentionPeriod'), true);
    }
  });

  it('are not followed where the name may be something else', async () => {
    for (const [before, members] of [
      ['', 'static int Days = 4;'],
      ['', 'int Days { get; set; } = 4;'],
      ['', 'int Days { get; init; } = 4;'],
      ['', 'public virtual int Days => 4;'],
      ['int Days; Days = 4;', ''],
      ['var Days = 4; Days = 5;', ''],
      ['var Days = 4; Days += 1;', ''],
      ['var Days = 4; Days++;', ''],
      ['var Days = 4; F(ref Days);', ''],
      ['var Days = 4; F(out Days);', ''],
      ['this.Days = 4;', 'readonly int Days = 4;'],
      ['F(out var Days);', 'const int Days = 4;'],
      ['var Days = 4;', 'const int Days = 5;'],
      ['', 'const int Days = 4; void F(int Days) {}'],
      ['foreach (var Days in days) {}', 'const int Days = 4;'],
      ['for (int Days = 4; ; ) {}', ''],
      ['F(Days => 1);', 'const int Days = 4;'],
      ['F((int Days) => 1);', 'const int Days = 4;'],
      ['F((Days, b) => 1);', 'const int Days = 4;'],
      ['try {} catch (E Days) {}', 'const int Days = 4;'],
      ['if (o is int Days) {}', 'const int Days = 4;'],
      ['if (o is Mine { A: 1 } Days) {}', 'const int Days = 4;'],
      ['var (Days, b) = F();', 'const int Days = 4;'],
      ['var x = from Days in q select 1;', 'const int Days = 4;'],
      ['', 'const int Days = D; const int D = Days;'],
      ['', 'const int Days = 4; enum E { Days }'],
    ] as const) {
      assert.deepEqual(await sets('Queue', period, before, members), { MessageRetentionPeriod: unknown }, before + members);
    }
  });

  it('are not followed where they are changed in place', async () => {
    for (const change of ['p.Fifo = false;', 'p["a"] = 1;', 'p.Add("a", 1);', 'p.Inner.Deep = 1;', 'p.Remove("a");']) {
      const queue = await last(`var p = new QueueProps { Fifo = true };\n${change}\nnew Queue(this, "Q", p);`);
      assert.deepEqual(properties(queue), { '...': unknown }, change);
    }
  });

  it('that name each other very often, and expressions nested very deep, are given up in time', async () => {
    const list = (name: string, value: string): string => `static readonly object[] ${name} = new object[] { ${`${value}, `.repeat(300)} };`;
    const begun = performance.now();
    assert.deepEqual(
      Object.keys((await sets('CfnQueue', 'Tags = A', '', [list('A', 'B'), list('B', 'C'), list('C', 'D'), list('D', '1')].join('\n'))) as object),
      ['Tags'],
    );
    for (const [open, close] of [
      ['new [] { ', '}'],
      ['[', ']'],
      ['(', ')'],
      ['-', ''],
      ['1 + ', ''],
      ['new A { B = ', '}'],
      ['Fn.X(', ')'],
    ] as const) {
      await sets('CfnQueue', `Tags = ${open.repeat(3000)}1${close.repeat(3000)}`);
    }
    assert.ok(performance.now() - begun < 8000);
  });
});

describe('Unreadable properties in C#', () => {
  it('make absence unknown', async () => {
    for (const construct of ['Queue', 'CfnQueue']) {
      for (const written of [
        'props',
        'GetProps()',
        'a ? b : c',
        'props with { Fifo = true }',
        'new QueueProps { [name] = 1 }',
        'new QueueProps(other)',
        'new Mine()',
      ]) {
        assert.equal(isAbsent(await last(`new ${construct}(this, "Q", ${written});`), 'MessageRetentionPeriod'), false, `${construct} ${written}`);
      }
    }
  });

  it('are absent where no properties are written', async () => {
    for (const written of ['', ', null', ', new QueueProps()', ', new QueueProps { }', ', new()', ', new() { }']) {
      assert.equal(isAbsent(await last(`new Queue(this, "Q"${written});`), 'MessageRetentionPeriod'), true, written);
    }
  });

  it('are those that are set again further down', async () => {
    for (const change of [
      'var cfn = (CfnQueue) q.Node.DefaultChild;\ncfn.AddPropertyOverride("MessageRetentionPeriod", 60);',
      'Aspects.Of(this).Add(new Mine());',
    ]) {
      const [queue] = await inStack(`var q = new Queue(this, "Q");\n${change}`);
      assert.equal(isAbsent(queue!, 'MessageRetentionPeriod'), false, change);
    }
  });
});

describe('References between constructs in C#', () => {
  const redrive = (value: string): string =>
    `new CfnQueue(this, "A", new CfnQueueProps { RedrivePolicy = new Dictionary<string, object> { ["a"] = ${value} } });`;

  it('go through variables, fields and properties, with or without this', async () => {
    const body =
      'var dead = new Queue(this, "D");\nthis.member = new Queue(this, "M");\nShown = new Queue(this, "S");\n' +
      [
        'dead',
        'dead.QueueArn',
        'member',
        'this.member.QueueArn',
        'Shown',
        'this.Shown.QueueArn',
        'field',
        'dead!',
        'dead!.QueueArn',
        '(dead)',
        'other.QueueArn',
        'dead.Grant(x)',
      ]
        .map(redrive)
        .join('\n');
    const resources = await inStack(body, 'private Queue member;\npublic Queue Shown { get; }\nprivate readonly Queue field = new Queue(this, "F");');
    assert.deepEqual(
      resources.slice(0, 4).map(({ holder }) => holder),
      ['field', 'dead', 'member', 'Shown'],
    );
    assert.deepEqual(
      resources.slice(4).map((resource) => (properties(resource) as { RedrivePolicy: unknown }).RedrivePolicy),
      ['dead', 'dead', 'member', 'member', 'Shown', 'Shown', 'field', 'dead', 'dead', 'dead', undefined, undefined].map((name) => ({
        A: name === undefined ? unknown : `-> ${name}`,
      })),
    );
  });

  it('do not go to look-ups, nor where a name holds several', async () => {
    for (const body of [
      'var q = Queue.FromQueueArn(this, "X", "arn");',
      'Queue q;\nif (a) q = new Queue(this, "X"); else q = new Queue(this, "Y");',
      'if (a) { var q = new Queue(this, "X"); } else { var q = Queue.FromQueueArn(this, "Y", "arn"); }',
    ]) {
      assert.deepEqual(properties(await last(body + redrive('q.QueueArn'))), { RedrivePolicy: { A: unknown } }, body);
    }
  });
});
