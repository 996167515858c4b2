import assert from 'node:assert/strict';
import { isAbsent, propertyOf, type Resource } from '../../../src/iac/model';
import { readText, textAt } from '../support';
import { absent, encryptedBy, plain, properties, unknown } from './plain';

const imports = (...names: string[]): string => names.map((name) => `import software.amazon.awscdk.${name};\n`).join('');
const head = imports(
  'Duration',
  'RemovalPolicy',
  'Size',
  'services.ec2.*',
  'services.lambda.Function',
  'services.lambda.Runtime',
  'services.dynamodb.*',
  'services.rds.*',
  'services.s3.*',
  'services.sqs.CfnQueue',
  'services.sqs.CfnQueueProps',
  'services.sqs.Queue',
  'services.sqs.QueueProps',
);

const resourcesOf = async (text: string): Promise<readonly Resource[]> => (await readText(text)).resources;
const inClass = (body: string, fields = ''): string => `class S extends Stack {\n${fields}\nS(final Construct scope, final String id) {\n${body}\n}\n}\n`;
const inStack = (body: string, fields = ''): Promise<readonly Resource[]> => resourcesOf(head + inClass(body, fields));
const last = async (body: string, fields = ''): Promise<Resource> => (await inStack(body, fields)).at(-1)!;

/** What a construct with one setting of its builder sets. */
async function sets(construct: string, setting: string, before = '', fields = ''): Promise<unknown> {
  return properties(await last(`${before}\n${construct}.Builder.create(this, "It").${setting}.build();`, fields));
}

describe('The imports of a CDK app in Java', () => {
  for (const [statements, use] of [
    [imports('services.s3.Bucket'), 'Bucket'],
    [imports('services.s3.*'), 'Bucket'],
    [imports('services.sqs.*', 'services.s3.*', '*'), 'Bucket'],
    [imports('Stack'), 'software.amazon.awscdk.services.s3.Bucket'],
    [imports('core.Stack', 'services.s3.Bucket'), 'Bucket'],
  ] as const) {
    it(`${statements.trim().replaceAll('\n', ' ')} makes ${use} a bucket`, async () => {
      for (const creation of [
        `new ${use}(this, "Photos", BucketProps.builder().versioned(true).build())`,
        `${use}.Builder.create(this, "Photos").versioned(true).build()`,
      ]) {
        const text = statements + imports('services.s3.BucketProps') + inClass(`${creation};`);
        const [bucket, ...others] = await resourcesOf(text);
        assert.equal(others.length, 0);
        assert.deepEqual([bucket?.id, bucket?.type, bucket?.construct], ['Photos', 'AWS::S3::Bucket', 'Bucket']);
        assert.equal(textAt(text, bucket!.typeSpan), 'Bucket');
        assert.equal(textAt(text, bucket!.span), creation);
        assert.deepEqual(properties(bucket), { VersioningConfiguration: { Status: 'Enabled' } });
      }
    });
  }

  it('name modules of several words, and those whose packages are spelled otherwise', async () => {
    const classes = [
      ['services.lambda.nodejs.NodejsFunction', 'AWS::Lambda::Function'],
      ['services.lambda.python.alpha.PythonFunction', 'AWS::Lambda::Function'],
      ['services.cloudfront.experimental.EdgeFunction', 'AWS::Lambda::Function'],
      ['services.ecs.patterns.ApplicationLoadBalancedFargateService', 'AWS::ECS::Service'],
      ['services.elasticloadbalancingv2.ApplicationLoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
      ['services.waf.regional.CfnWebACL', 'AWS::WAFRegional::WebACL'],
      ['services.s3.deployment.BucketDeployment', 'Custom::CDKBucketDeployment'],
      ['customresources.AwsCustomResource', 'Custom::AWS'],
      ['aws_apigatewayv2_integrations.Some', 'aws-cdk-lib.aws_apigatewayv2_integrations.Some'],
    ] as const;
    for (const [name, type] of classes) {
      const [made] = await resourcesOf(imports(name) + inClass(`new ${name.slice(name.lastIndexOf('.') + 1)}(this, "A", null);`));
      assert.equal(made?.type, type);
    }
  });

  it('take a class from the first of several wildcards that has one, and none that no module is known to have', async () => {
    const text = imports('*', 'services.events.*', 'services.lambda.*', 'services.ec2.*');
    const body =
      'new Function(this, "A");\nnew CfnVolume(this, "B");\nnew Stage(this, "C");\nnew Rule(this, "D");\nnew Widget(this, "E");\nnew Stack(this, "F");';
    assert.deepEqual(
      (await resourcesOf(text + inClass(body))).map(({ id, type }) => `${id} ${type}`),
      ['A AWS::Lambda::Function', 'B AWS::EC2::Volume', 'D AWS::Events::Rule'],
    );
  });

  it('make nothing of classes of other libraries, of the app itself or of packages that only look like the library', async () => {
    const text = `${imports('services.s3.*', 'examples.Queue')}import com.example.Bucket;\nclass Table extends Stack {}\n`;
    const body = 'new Bucket(this, "A");\nnew Table(this, "B");\nnew Queue(this, "C");\nBucket.Builder.create(this, "D").build();\nnew HashMap<>(this, "E");';
    assert.deepEqual(await resourcesOf(text + inClass(body)), []);
  });
});

describe('The resources of a CDK app in Java', () => {
  const ids = async (body: string): Promise<string[]> => (await inStack(body)).map(({ id, type }) => `${id} ${type}`);

  it('are low-level constructs too, with the names that CloudFormation gives their properties', async () => {
    for (const creation of [
      'CfnVolume.Builder.create(this, "V").volumeType("gp2").size(5).autoEnableIo(true).build()',
      'new CfnVolume(this, "V", CfnVolumeProps.builder().volumeType("gp2").size(5).autoEnableIo(true).build())',
    ]) {
      const volume = await last(`${creation};`);
      assert.deepEqual([volume.type, volume.construct, volume.defaults], ['AWS::EC2::Volume', 'CfnVolume', undefined]);
      assert.deepEqual(properties(volume), { VolumeType: 'gp2', Size: 5, AutoEnableIO: true });
      assert.equal(isAbsent(volume, 'Encrypted'), true);
    }
  });

  it('are not look-ups, stacks, values, nor builders of other things', async () => {
    const body =
      'App app = new App();\nnew Stack(app, "S");\nBucket.fromBucketName(this, "B", "b");\nVpc.fromLookup(this, "V", null);\nnew InstanceType("t3.micro");\n' +
      'Stack.Builder.create(app, "T").build();\nBucketProps.builder().versioned(true).build();\nnew Queue(this);\nnew Queue();\nnew Queue("text", "Q");\nQueue.Builder.create(this).build();\nnew Queue(this, 5);';
    assert.deepEqual(await ids(body), []);
  });

  it('may stand anywhere, with any scope', async () => {
    const body = 'use(Queue.Builder.create(this.stack, "A").build(), new Queue(getStack(), "B"));\nreturn new Queue(new Stack(app, "S"), "C");';
    assert.deepEqual(await ids(body), ['A AWS::SQS::Queue', 'B AWS::SQS::Queue', 'C AWS::SQS::Queue']);
    assert.deepEqual(await ids('Queue.Builder.create(scope, "A").fifo(true).build().grantPurge(role);'), ['A AWS::SQS::Queue']);
  });

  it('show an id that is put together as it is written', async () => {
    assert.deepEqual(
      (
        await inStack(
          'new Queue(this, NAME);\nnew Queue(this, id + "-Q");\nnew Queue(this, String.format("a%s", id));\nnew Queue(this, "a" + "b");',
          'static final String NAME = "Known";',
        )
      ).map((queue) => queue.id),
      ['Known', 'id + "-Q"', 'String.format("a%s", id)', 'ab'],
    );
  });

  it('say where id, class, property names and values stand, also behind wide characters and with CRLF', async () => {
    const source =
      head + inClass('// 😀 übung\nfinal Queue q = Queue.Builder\n  .create(/* scope */ this, "Q")\n  .fifo(true) // yes\n  .queueName("n")\n  .build();');
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const queue = (await resourcesOf(text))[0]!;
      assert.deepEqual(
        [queue.idSpan, queue.typeSpan].map((span) => textAt(text, span)),
        ['"Q"', 'Queue'],
      );
      assert.deepEqual(
        queue.properties.entries.map(({ nameSpan, value }) => [textAt(text, nameSpan), textAt(text, value)]),
        [
          ['fifo', 'true'],
          ['queueName', '"n"'],
        ],
      );
      assert.match(textAt(text, queue.span), /^Queue\.Builder\s+\.create[^]*\.build\(\)$/);
      assert.equal(queue.holder, 'q');
    }
  });

  it('are still read where the source is broken further down, and that is reported once', async () => {
    for (const broken of [
      'new Queue(this, "R", QueueProps.builder().fifo(tr',
      'class {',
      'String x = "unfinished',
      'new Queue(',
      '}}}',
      'Queue.Builder.create(this, "R").fifo(true)',
    ]) {
      const template = await readText(`${head}class S { S() {\nQueue.Builder.create(this, "Q").fifo(true).build();\n${broken}`);
      assert.deepEqual(properties(template.resources.find(({ id }) => id === 'Q')), { FifoQueue: true }, broken);
      for (const { properties: map, id } of template.resources) assert.ok(id === 'Q' || !map.complete || map.entries.length === 0, broken);
      assert.match(template.problems.map(({ message }) => message).join(), /^Java: [^,]*could not be read\.$/);
    }
    assert.deepEqual((await readText(head)).problems, []);
  });

  it('never throw, wherever the source is cut', async () => {
    const body = inClass(
      'this.q = new Queue(this, "Q", QueueProps.builder().fifo(true).build());\nBucket b = Bucket.Builder.create(this, "B").versioned(N > 1).build();\nuse(List.of(Map.of("a", """\n  x"""), -1));',
      'static final int N = 2;',
    );
    for (let cut = 0; cut <= body.length; cut++) {
      const text = head + body.slice(0, cut);
      for (const { typeSpan, span } of await resourcesOf(text)) assert.ok(typeSpan.start >= span.start && span.end <= text.length);
    }
  });
});

describe('The values of CDK properties in Java', () => {
  for (const [construct, setting, expected] of [
    ['Queue', 'retentionPeriod(Duration.days(4))', { MessageRetentionPeriod: 345600 }],
    ['Queue', 'visibilityTimeout(Duration.minutes(minutes))', { VisibilityTimeout: unknown }],
    ['Queue', 'visibilityTimeout(Duration.seconds(60 * 5))', { VisibilityTimeout: 300 }],
    ['Bucket', 'encryption(BucketEncryption.KMS)', encryptedBy('aws:kms')],
    ['Bucket', 'encryption(software.amazon.awscdk.services.s3.BucketEncryption.KMS)', encryptedBy('aws:kms')],
    ['Bucket', 'versioned(Boolean.TRUE)', { VersioningConfiguration: { Status: unknown } }],
    ['Bucket', 'versioned(null)', { VersioningConfiguration: { Status: absent } }],
    ['Bucket', 'versioned(production ? true : false)', { VersioningConfiguration: { Status: { oneOf: ['Enabled', absent] } } }],
    ['Function', 'runtime(Runtime.JAVA_21)', { Runtime: 'java21' }],
    ['Instance', 'instanceType(InstanceType.of(InstanceClass.T3, InstanceSize.MICRO))', { InstanceType: 't3.micro' }],
    ['Instance', 'instanceType(new InstanceType("m5.large"))', { InstanceType: 'm5.large' }],
    ['Volume', 'size(Size.gibibytes(100)).volumeType(EbsDeviceVolumeType.GP3)', { Size: 100, VolumeType: 'gp3' }],
    ['DatabaseInstance', 'engine(DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder().build()))', { Engine: 'postgres' }],
    [
      'CfnVolume',
      'iops(-3).size(1_000L).throughput(0x10).encrypted((Boolean) true).tags(List.of(CfnTag.builder().key("a").value("b").build()))',
      { Iops: -3, Size: 1000, Throughput: 16, Encrypted: true, Tags: [{ Key: 'a', Value: 'b' }] },
    ],
    [
      'CfnVolume',
      'availabilityZone("it\\\'s\\u0041\\n").outpostArn(null).kmsKeyId("k" + 1)',
      { AvailabilityZone: "it'sA\n", OutpostArn: absent, KmsKeyId: 'k1' },
    ],
    ['CfnQueue', 'tags(Arrays.asList(1, "b"))', { Tags: [1, 'b'] }],
    ['CfnQueue', 'tags(Collections.singletonList(true))', { Tags: [true] }],
    ['CfnQueue', 'tags(Collections.emptyList())', { Tags: [] }],
    ['CfnQueue', 'tags(new String[] {"a", "b"})', { Tags: ['a', 'b'] }],
    ['CfnQueue', 'tags(new ArrayList<>())', { Tags: unknown }],
    ['CfnQueue', 'redrivePolicy(Map.of("a", 1, "b", List.of(x)))', { RedrivePolicy: { A: 1, B: [unknown] } }],
    ['CfnQueue', 'redrivePolicy(Map.of(key, 1))', { RedrivePolicy: { '...': unknown } }],
    ['CfnQueue', 'redrivePolicy(Map.ofEntries(Map.entry("a", 1), entry("b", 2)))', { RedrivePolicy: { A: 1, B: 2 } }],
    ['CfnQueue', 'redrivePolicy(Map.ofEntries(others))', { RedrivePolicy: { '...': unknown } }],
    ['CfnQueue', 'redrivePolicy(Collections.singletonMap("a", 1))', { RedrivePolicy: { A: 1 } }],
    ['CfnQueue', 'redrivePolicy(new HashMap<String, Integer>() {{ put("a", 1); put("b", 2); }})', { RedrivePolicy: { A: 1, B: 2 } }],
    ['CfnQueue', 'redrivePolicy(new HashMap<String, Integer>() {{ put("a", 1); putAll(others); }})', { RedrivePolicy: { A: 1, '...': unknown } }],
    [
      'CfnBucket',
      'versioningConfiguration(CfnBucket.VersioningConfigurationProperty.builder().status("Enabled").build())',
      { VersioningConfiguration: { Status: 'Enabled' } },
    ],
  ] as const) {
    it(`${construct} with ${setting} sets ${JSON.stringify(expected)}`, async () => assert.deepEqual(await sets(construct, setting), expected));
  }

  it('that builders of classes make are what new makes', async () => {
    const reasons = async (value: string): Promise<unknown> => {
      const set = propertyOf((await last(`CfnQueue.Builder.create(this, "Q").redrivePolicy(${value}).build();`)).properties, 'RedrivePolicy')?.value;
      return set?.kind === 'unknown' ? set.reason : set;
    };
    assert.equal(
      await reasons('BlockPublicAccess.Builder.create().blockPublicAcls(true).build()'),
      'new BlockPublicAccess is only worked out when the app runs',
    );
    assert.equal(await reasons('new BlockPublicAccess(options)'), 'new BlockPublicAccess is only worked out when the app runs');
    assert.equal(await reasons('BlockPublicAccess.Builder.create().blockPublicAcls(true)'), 'it is only worked out when the app runs');
  });

  it('may be text blocks, without their indentation', async () => {
    assert.deepEqual(await sets('CfnQueue', 'queueName("""\n      a\n        b\\\n       c  \n      """)'), { QueueName: 'a\n  b c\n' });
  });

  it('may be static imports', async () => {
    const text =
      'import static software.amazon.awscdk.services.s3.BucketEncryption.KMS;\nimport static software.amazon.awscdk.Duration.*;\n' +
      imports('services.s3.Bucket', 'services.sqs.Queue') +
      inClass(
        'Bucket.Builder.create(this, "B").encryption(KMS).build();\nQueue.Builder.create(this, "Q").retentionPeriod(days(1)).visibilityTimeout(other).build();',
      );
    const [bucket, queue] = await resourcesOf(text);
    assert.deepEqual(properties(bucket), encryptedBy('aws:kms'));
    assert.deepEqual(properties(queue), { MessageRetentionPeriod: 86400, VisibilityTimeout: unknown });
  });

  it('make a DeletionPolicy of a removal policy, as an attribute', async () => {
    const bucket = await last('Bucket.Builder.create(this, "B").removalPolicy(RemovalPolicy.DESTROY).build();');
    assert.equal(plain(propertyOf(bucket.attributes, 'DeletionPolicy')?.value), 'Delete');
  });
});

describe('Constants in a CDK app in Java', () => {
  const period = 'retentionPeriod(Duration.days(DAYS))';

  it('are followed where they are declared once and never set again', async () => {
    for (const [before, fields] of [
      ['', 'private static final int DAYS = 4;'],
      ['', 'static final int D = 4; static final int DAYS = D;'],
      ['final int DAYS = 4;', ''],
      ['var DAYS = 2 + 2;', ''],
    ] as const) {
      assert.deepEqual(await sets('Queue', period, before, fields), { MessageRetentionPeriod: 345600 }, before + fields);
    }
    assert.deepEqual(
      await sets('Queue', 'retentionPeriod(Duration.days(S.DAYS)).fifo(this.FIFO)', '', 'static final int DAYS = 4; final boolean FIFO = true;'),
      {
        MessageRetentionPeriod: 345600,
        FifoQueue: true,
      },
    );
  });

  it('may hold all properties', async () => {
    const queue = await last('QueueProps props = QueueProps.builder().fifo(true).build();\nnew Queue(this, "Q", props);');
    assert.deepEqual(properties(queue), { FifoQueue: true });
    assert.equal(isAbsent(queue, 'MessageRetentionPeriod'), true);
  });

  it('are not followed where the name may be something else', async () => {
    for (const [before, fields] of [
      ['', 'static int DAYS = 4;'],
      ['int DAYS; DAYS = 4;', ''],
      ['int DAYS = 4; DAYS = 5;', ''],
      ['int DAYS = 4; DAYS += 1;', ''],
      ['int DAYS = 4; DAYS++;', ''],
      ['int DAYS = 4;', 'final int DAYS = 5;'],
      ['int DAYS = 4;', 'void f(int DAYS) {}'],
      ['int DAYS = 4;', 'void f(int... DAYS) {}'],
      ['for (int DAYS : days) {}', 'final int DAYS = 4;'],
      ['for (int DAYS = 4; ; ) {}', ''],
      ['f(DAYS -> 1);', 'final int DAYS = 4;'],
      ['f((DAYS, b) -> 1);', 'final int DAYS = 4;'],
      ['f((int DAYS) -> 1);', 'final int DAYS = 4;'],
      ['try {} catch (E DAYS) {}', 'final int DAYS = 4;'],
      ['try (R DAYS = r()) {}', 'final int DAYS = 4;'],
      ['if (o instanceof Integer DAYS) {}', 'final int DAYS = 4;'],
      ['', 'final int DAYS = D; final int D = DAYS;'],
      ['', 'final int DAYS = 4; enum E { DAYS }'],
    ] as const) {
      assert.deepEqual(await sets('Queue', period, before, fields), { MessageRetentionPeriod: unknown }, before + fields);
    }
    assert.deepEqual(await sets('CfnQueue', 'tags(TAGS)', 'TAGS[0] = "b";', 'final String[] TAGS = {"a"};'), { Tags: unknown });
  });

  it('that name each other very often, and expressions nested very deep, are given up in time', async () => {
    const list = (name: string, value: string): string => `static final List<?> ${name} = List.of(${`${value}, `.repeat(299)}${value});`;
    const begun = performance.now();
    assert.deepEqual(
      Object.keys((await sets('CfnQueue', 'tags(A)', '', [list('A', 'B'), list('B', 'C'), list('C', 'D'), list('D', '1')].join('\n'))) as object),
      ['Tags'],
    );
    for (const [open, close] of [
      ['List.of(', ')'],
      ['(', ')'],
      ['-', ''],
      ['1 + ', ''],
      ['A.builder().b(', ').build()'],
    ] as const) {
      await sets('CfnQueue', `tags(${open.repeat(5000)}1${close.repeat(5000)})`);
    }
    const queue = await last(`Queue.Builder.create(this, "Q")${'.fifo(true)'.repeat(5000)}.build();`);
    assert.deepEqual(properties(queue), { FifoQueue: true });
    assert.ok(performance.now() - begun < 8000);
  });
});

describe('Unreadable properties in Java', () => {
  it('make absence unknown', async () => {
    for (const creation of [
      'new Queue(this, "Q", props)',
      'new Queue(this, "Q", getProps())',
      'new Queue(this, "Q", QueueProps.builder().fifo(true))',
      'new Queue(this, "Q", new Mine().build())',
      'new Queue(this, "Q", builder.build())',
      'new CfnQueue(this, "Q", props)',
      'Queue.Builder builder = Queue.Builder.create(this, "Q")',
      'Queue.Builder builder = Queue.Builder.create(this, "Q").fifo(true)',
      'Queue.Builder.create(this, "Q").several(1, 2).build()',
    ]) {
      assert.equal(isAbsent(await last(`${creation};`), 'MessageRetentionPeriod'), false, creation);
    }
  });

  it('are absent where no properties are written', async () => {
    for (const creation of [
      'new Queue(this, "Q")',
      'new Queue(this, "Q", null)',
      'new Queue(this, "Q", QueueProps.builder().build())',
      'Queue.Builder.create(this, "Q").build()',
      'new CfnQueue(this, "Q")',
    ]) {
      assert.equal(isAbsent(await last(`${creation};`), 'MessageRetentionPeriod'), true, creation);
    }
  });

  it('are those that are set again further down', async () => {
    for (const change of [
      'CfnQueue cfn = (CfnQueue) q.getNode().getDefaultChild();\ncfn.addPropertyOverride("MessageRetentionPeriod", 60);',
      'Aspects.of(this).add(new Mine());',
    ]) {
      const [queue] = await inStack(`Queue q = Queue.Builder.create(this, "Q").build();\n${change}`);
      assert.equal(isAbsent(queue!, 'MessageRetentionPeriod'), false, change);
    }
  });
});

describe('References between constructs in Java', () => {
  const redrive = (value: string): string => `CfnQueue.Builder.create(this, "A").redrivePolicy(Map.of("a", ${value})).build();`;

  it('go through variables, fields and getters, with or without this', async () => {
    const body =
      'Queue dead = new Queue(this, "D");\nthis.member = Queue.Builder.create(this, "M").build();\n' +
      ['dead', 'dead.getQueueArn()', 'member', 'this.member', 'this.member.getQueueArn()', 'field', '(dead)', 'other.getQueueArn()', 'dead.grant(x)']
        .map(redrive)
        .join('\n');
    const resources = await inStack(body, 'private final Queue member;\nprivate final Queue field = new Queue(this, "F");');
    assert.deepEqual(
      resources.slice(0, 3).map(({ holder }) => holder),
      ['field', 'dead', 'member'],
    );
    assert.deepEqual(
      resources.slice(3).map((resource) => (properties(resource) as { RedrivePolicy: unknown }).RedrivePolicy),
      ['dead', 'dead', 'member', 'member', 'member', 'field', 'dead', undefined, undefined].map((name) => ({ A: name === undefined ? unknown : `-> ${name}` })),
    );
  });

  it('do not go to look-ups, nor where a name holds several', async () => {
    for (const body of [
      'IQueue q = Queue.fromQueueArn(this, "X", "arn");',
      'Queue q;\nif (a) q = new Queue(this, "X"); else q = new Queue(this, "Y");',
      'if (a) { Queue q = new Queue(this, "X"); } else { IQueue q = Queue.fromQueueArn(this, "Y", "arn"); }',
    ]) {
      assert.deepEqual(properties(await last(body + redrive('q.getQueueArn()'))), { RedrivePolicy: { A: unknown } }, body);
    }
  });
});
