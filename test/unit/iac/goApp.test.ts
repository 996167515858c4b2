import assert from 'node:assert/strict';
import { isAbsent, propertyOf, type Resource } from '../../../src/iac/model';
import { readText, textAt } from '../support';
import { absent, encryptedBy, plain, properties, unknown } from './plain';

const library = 'github.com/aws/aws-cdk-go/';
const packages = (...paths: string[]): string => `import (\n${paths.map((path) => `\t${path.replace(/"(?=awscdk)/, `"${library}`)}\n`).join('')})\n`;
const head =
  'package main\n' +
  packages(
    '"awscdk/v2"',
    '"awscdk/v2/awsec2"',
    '"awscdk/v2/awslambda"',
    '"awscdk/v2/awsdynamodb"',
    '"awscdk/v2/awsrds"',
    '"awscdk/v2/awss3"',
    '"awscdk/v2/awssqs"',
    '"github.com/aws/constructs-go/constructs/v10"',
    '"github.com/aws/jsii-runtime-go"',
  );

const resourcesOf = async (text: string): Promise<readonly Resource[]> => (await readText(text)).resources;
const inFunction = (body: string, before = ''): string =>
  `${before}\nfunc NewStack(scope constructs.Construct, id string, props *StackProps) awscdk.Stack {\n${body}\n}\n`;
const inStack = (body: string, before = ''): Promise<readonly Resource[]> => resourcesOf(head + inFunction(body, before));
const last = async (body: string, before = ''): Promise<Resource> => (await inStack(body, before)).at(-1)!;

/** What a construct with one property sets. */
async function sets(construct: string, property: string, body = '', before = ''): Promise<unknown> {
  const [module = '', name = ''] = construct.split('.');
  return properties(await last(`${body}\n${module}.New${name}(stack, jsii.String("It"), &${construct}Props{\n${property},\n})`, before));
}

describe('The imports of a CDK app in Go', () => {
  for (const [imported, use] of [
    [packages('"awscdk/v2/awss3"'), 'awss3'],
    [`import "${library}awscdk/v2/awss3"\n`, 'awss3'],
    [packages('"awscdk/v2"', 's3 "awscdk/v2/awss3"'), 's3'],
    [packages('"awscdk/awss3"'), 'awss3'],
  ] as const) {
    it(`${imported.trim().replace(/\s+/g, ' ')} makes ${use}.NewBucket a bucket`, async () => {
      const text = `package main\n${imported}${packages('"github.com/aws/jsii-runtime-go"')}${inFunction(`${use}.NewBucket(stack, jsii.String("Photos"), &${use}.BucketProps{Versioned: jsii.Bool(true)})`)}`;
      const [bucket, ...others] = await resourcesOf(text);
      assert.equal(others.length, 0);
      assert.deepEqual([bucket?.id, bucket?.type, bucket?.construct], ['Photos', 'AWS::S3::Bucket', 'Bucket']);
      assert.equal(textAt(text, bucket!.typeSpan), 'NewBucket');
      assert.deepEqual(properties(bucket), { VersioningConfiguration: { Status: 'Enabled' } });
    });
  }

  it('name modules of several words, alpha and experimental ones', async () => {
    const classes = [
      ['awscdk/v2/awslambdanodejs', 'awslambdanodejs.NewNodejsFunction', 'AWS::Lambda::Function'],
      ['awscdklambdagoalpha/v2', 'awscdklambdagoalpha.NewGoFunction', 'AWS::Lambda::Function'],
      ['awscdk/v2/awscloudfront/experimental', 'experimental.NewEdgeFunction', 'AWS::Lambda::Function'],
      ['awscdk/v2/awsecspatterns', 'awsecspatterns.NewApplicationLoadBalancedFargateService', 'AWS::ECS::Service'],
      ['awscdk/v2/awselasticloadbalancingv2', 'awselasticloadbalancingv2.NewApplicationLoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
      ['awscdk/v2/awslambdaeventsources', 'awslambdaeventsources.NewSome', 'aws-cdk-lib.aws_lambda_event_sources.Some'],
      ['awscdk/v2/customresources', 'customresources.NewAwsCustomResource', 'Custom::AWS'],
    ] as const;
    for (const [path, made, type] of classes) {
      const [resource] = await resourcesOf(`package main\n${packages('"awscdk/v2"', `"${path}"`)}${inFunction(`${made}(stack, &id, nil)`)}`);
      assert.equal(resource?.type, type);
    }
  });

  it('make nothing of other packages or of functions of the app itself', async () => {
    const text = `package main\n${packages('"awscdk/v2"', '"awscdk/v2/awss3"', '"example.com/mine/awssqs"', '"github.com/aws/jsii-runtime-go"')}`;
    const body =
      'awssqs.NewQueue(stack, jsii.String("A"), nil)\nNewBucket(stack, jsii.String("B"), nil)\nawss3.NewBucket_Override(b, stack, jsii.String("C"), nil)\ns.NewBucket(stack, jsii.String("D"), nil)';
    assert.deepEqual(await resourcesOf(text + inFunction(body)), []);
  });
});

describe('The resources of a CDK app in Go', () => {
  const ids = async (body: string, before = ''): Promise<string[]> => (await inStack(body, before)).map(({ id, type }) => `${id} ${type}`);

  it('are low-level constructs too, with the names that CloudFormation gives their properties', async () => {
    const body =
      'awsec2.NewCfnVolume(stack, jsii.String("V"), &awsec2.CfnVolumeProps{VolumeType: jsii.String("gp2"), Size: jsii.Number(5), AutoEnableIo: jsii.Bool(true)})';
    const volume = await last(body);
    assert.deepEqual([volume.type, volume.construct, volume.defaults], ['AWS::EC2::Volume', 'CfnVolume', undefined]);
    assert.deepEqual(properties(volume), { VolumeType: 'gp2', Size: 5, AutoEnableIO: true });
    assert.equal(isAbsent(volume, 'Encrypted'), true);
  });

  it('are not look-ups, stacks nor values', async () => {
    const body =
      'app := awscdk.NewApp(nil)\nawscdk.NewStack(app, &id, &sprops)\nawss3.Bucket_FromBucketName(stack, jsii.String("B"), jsii.String("b"))\nawsec2.NewInstanceType(jsii.String("t3.micro"))\n' +
      'awssqs.NewQueue(stack)\nawssqs.NewQueue()\nawssqs.NewQueue(jsii.String("text"), jsii.String("Q"))\nawssqs.NewQueue(stack, jsii.Number(5))\nawssqs.NewQueue(fn, &awssqs.QueueProps{})\nawssqs.NewQueue(stack, nil)';
    assert.deepEqual(await ids(body), []);
  });

  it('may stand anywhere, with any scope', async () => {
    const body =
      'use(awssqs.NewQueue(s.Stack, jsii.String("A"), nil), awssqs.NewQueue(getStack(), jsii.String("B"), nil))\nreturn awssqs.NewQueue(awscdk.NewStack(app, &id, nil), jsii.String("C"), nil)';
    assert.deepEqual(
      await ids(body),
      ['A', 'B', 'C'].map((id) => `${id} AWS::SQS::Queue`),
    );
  });

  it('show an id that is put together as it is written', async () => {
    const made = await ids(
      'awssqs.NewQueue(stack, jsii.String(name), nil)\nawssqs.NewQueue(stack, &id, nil)\nawssqs.NewQueue(stack, jsii.String(id+"Q"), nil)\nawssqs.NewQueue(stack, jsii.String(fmt.Sprintf("a%s", id)), nil)\nawssqs.NewQueue(stack, jsii.Sprintf("b%s", id), nil)\nawssqs.NewQueue(stack, props.Id, nil)',
      'const name = "Known"',
    );
    assert.deepEqual(
      made.map((name) => name.replace(' AWS::SQS::Queue', '')),
      ['Known', 'id', 'id+"Q"', 'fmt.Sprintf("a%s", id)', 'jsii.Sprintf("b%s", id)', 'props.Id'],
    );
  });

  it('say where id, class, property names and values stand, also behind wide characters and with CRLF', async () => {
    const source =
      head +
      inFunction(
        '// 😀 übung\nq := awssqs.NewQueue( /* scope */ stack, jsii.String("Q"), &awssqs.QueueProps{\n  Fifo: jsii.Bool(true), // yes\n  QueueName: name,\n})',
      );
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const queue = (await resourcesOf(text))[0]!;
      assert.deepEqual(
        [queue.idSpan, queue.typeSpan].map((span) => textAt(text, span)),
        ['jsii.String("Q")', 'NewQueue'],
      );
      assert.deepEqual(
        queue.properties.entries.map(({ nameSpan, value }) => [textAt(text, nameSpan), textAt(text, value)]),
        [
          ['Fifo', 'jsii.Bool(true)'],
          ['QueueName', 'name'],
        ],
      );
      assert.match(textAt(text, queue.span), /^awssqs\.NewQueue\([^]*\}\)$/);
      assert.equal(queue.holder, 'q');
    }
  });

  it('are still read where the source is broken further down, and that is reported once', async () => {
    for (const broken of [
      'awssqs.NewQueue(stack, jsii.String("R"), &awssqs.QueueProps{ Fifo: tr',
      'func {',
      'x := "unfinished',
      'awssqs.NewQueue(',
      '}}}',
      'x := &[]',
      '`',
    ]) {
      const template = await readText(`${head}func f() {\nawssqs.NewQueue(stack, jsii.String("Q"), &awssqs.QueueProps{Fifo: jsii.Bool(true)})\n${broken}`);
      assert.deepEqual(properties(template.resources.find(({ id }) => id === 'Q')), { FifoQueue: true }, broken);
      for (const { properties: map, id } of template.resources) assert.ok(id === 'Q' || !map.complete || map.entries.length <= 1, broken);
      assert.match(template.problems.map(({ message }) => message).join(), /^Go: [^,]*could not be read\.$/);
    }
    assert.deepEqual((await readText(head)).problems, []);
  });

  it('never throw, wherever the source is cut', async () => {
    const body = inFunction(
      's.q = awssqs.NewQueue(stack, jsii.String("Q"), &awssqs.QueueProps{Fifo: jsii.Bool(true), awssqs.X{}})\nb, c := awss3.NewBucket(stack, &id, nil), n\nuse(&map[string]*string{"a": jsii.String(`b`)}, &[]*T{{A: -1}, nil})',
      'const n, m = 2, "a"\nvar q awssqs.Queue',
    );
    for (let cut = 0; cut <= body.length; cut++) {
      const text = head + body.slice(0, cut);
      for (const { typeSpan, span } of await resourcesOf(text)) assert.ok(typeSpan.start >= span.start && span.end <= text.length);
    }
  });
});

describe('The values of CDK properties in Go', () => {
  for (const [construct, property, expected] of [
    ['awssqs.Queue', 'RetentionPeriod: awscdk.Duration_Days(jsii.Number(4))', { MessageRetentionPeriod: 345600 }],
    ['awssqs.Queue', 'VisibilityTimeout: awscdk.Duration_Minutes(minutes)', { VisibilityTimeout: unknown }],
    ['awssqs.Queue', 'VisibilityTimeout: awscdk.Duration_Seconds(jsii.Number(60 * 5))', { VisibilityTimeout: 300 }],
    ['awss3.Bucket', 'Encryption: awss3.BucketEncryption_KMS', encryptedBy('aws:kms')],
    ['awss3.Bucket', 'Versioned: props.Versioned', { VersioningConfiguration: { Status: unknown } }],
    ['awss3.Bucket', 'Versioned: nil', { VersioningConfiguration: { Status: absent } }],
    ['awslambda.Function', 'Runtime: awslambda.Runtime_PYTHON_3_12()', { Runtime: 'python3.12' }],
    ['awslambda.Function', 'Architecture: awslambda.Architecture_ARM_64()', { Architectures: ['arm64'] }],
    ['awsec2.Volume', 'Size: awscdk.Size_Gibibytes(jsii.Number(100)), VolumeType: awsec2.EbsDeviceVolumeType_GP3', { Size: 100, VolumeType: 'gp3' }],
    ['awsrds.DatabaseInstance', 'Engine: awsrds.DatabaseInstanceEngine_SqlServerEx(&awsrds.SqlServerExInstanceEngineProps{})', { Engine: 'sqlserver-ex' }],
    ['awsec2.Instance', 'InstanceType: awsec2.InstanceType_Of(awsec2.InstanceClass_T3, awsec2.InstanceSize_MICRO)', { InstanceType: 't3.micro' }],
    ['awsec2.Instance', 'InstanceType: awsec2.NewInstanceType(jsii.String("m5.large"))', { InstanceType: 'm5.large' }],
    [
      'awsdynamodb.Table',
      'PartitionKey: &awsdynamodb.Attribute{Name: jsii.String("id"), Type: awsdynamodb.AttributeType_STRING}',
      { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] },
    ],
    [
      'awsec2.CfnVolume',
      'Iops: jsii.Number(-3), Size: jsii.Number(1_000), Throughput: jsii.Number(float64(0x10)), Encrypted: (true)',
      { Iops: -3, Size: 1000, Throughput: 16, Encrypted: true },
    ],
    [
      'awsec2.CfnVolume',
      'AvailabilityZone: jsii.String("a\\n\\u0041\\"" + "b"), SnapshotId: jsii.String(`r\\n`), KmsKeyId: jsii.Sprintf("k%s", id), AutoEnableIo: !x',
      { AvailabilityZone: 'a\nA"b', SnapshotId: 'r\\n', KmsKeyId: unknown, AutoEnableIO: unknown },
    ],
    ['awssqs.CfnQueue', 'Tags: jsii.Strings("a", b)', { Tags: ['a', unknown] }],
    ['awssqs.CfnQueue', 'Tags: &[]*string{jsii.String("a"), &b}', { Tags: ['a', unknown] }],
    ['awssqs.CfnQueue', 'Tags: []interface{}{1, true, []string{}}', { Tags: [1, true, []] }],
    ['awssqs.CfnQueue', 'Tags: [2]int{1, 2}', { Tags: [1, 2] }],
    [
      'awssqs.CfnQueue',
      'Tags: &[]*awscdk.CfnTag{{Key: jsii.String("a")}, &awscdk.CfnTag{Key: jsii.String("b")}, {}}',
      { Tags: [{ Key: 'a' }, { Key: 'b' }, {}] },
    ],
    ['awssqs.CfnQueue', 'Tags: [][]int{{1}, {}}', { Tags: [[1], []] }],
    ['awssqs.CfnQueue', 'RedrivePolicy: &map[string]*string{"a": jsii.String("b"), "c": nil}', { RedrivePolicy: { A: 'b', C: absent } }],
    ['awssqs.CfnQueue', 'RedrivePolicy: map[string]interface{}{"a": map[string]int{"b": 1}, key: 2}', { RedrivePolicy: { A: { B: 1 }, '...': unknown } }],
    ['awssqs.CfnQueue', 'RedrivePolicy: map[string][]int{"a": {1}}', { RedrivePolicy: { A: [1] } }],
    ['awssqs.CfnQueue', 'RedrivePolicy: getPolicy(), Tags: mine.Get("a")', { RedrivePolicy: unknown, Tags: unknown }],
    [
      'awss3.CfnBucket',
      'VersioningConfiguration: &awss3.CfnBucket_VersioningConfigurationProperty{Status: jsii.String("Enabled")}',
      { VersioningConfiguration: { Status: 'Enabled' } },
    ],
  ] as const) {
    it(`${construct} with ${property} sets ${JSON.stringify(expected)}`, async () => assert.deepEqual(await sets(construct, property), expected));
  }

  it('make a DeletionPolicy of a removal policy, as an attribute', async () => {
    const bucket = await last('awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{RemovalPolicy: awscdk.RemovalPolicy_DESTROY})');
    assert.equal(plain(propertyOf(bucket.attributes, 'DeletionPolicy')?.value), 'Delete');
  });
});

describe('Constants in a CDK app in Go', () => {
  const period = 'RetentionPeriod: awscdk.Duration_Days(jsii.Number(days))';

  it('are followed where they are declared once and never set again', async () => {
    for (const [body, before] of [
      ['', 'const days = 4'],
      ['', 'const (\n\tother = "a"\n\tdays int = 4\n)'],
      ['', 'const other, days = 1, 4'],
      ['', 'var days = 4'],
      ['days := 4', ''],
      ['a, days := f, 2 + 2', ''],
      ['d := 4\ndays := d', ''],
    ] as const) {
      assert.deepEqual(await sets('awssqs.Queue', period, body, before), { MessageRetentionPeriod: 345600 }, body + before);
    }
    assert.deepEqual(await sets('awssqs.Queue', 'Fifo: &fifo, QueueName: name', 'fifo := true\nname := jsii.String("a")'), { FifoQueue: true, QueueName: 'a' });
  });

  it('may hold all properties', async () => {
    for (const [declaration, use] of [
      ['p := &awssqs.QueueProps{Fifo: jsii.Bool(true)}', 'p'],
      ['p := awssqs.QueueProps{Fifo: jsii.Bool(true)}', '&p'],
    ] as const) {
      const queue = await last(`${declaration}\nawssqs.NewQueue(stack, jsii.String("Q"), ${use})`);
      assert.deepEqual(properties(queue), { FifoQueue: true });
      assert.equal(isAbsent(queue, 'MessageRetentionPeriod'), true);
    }
  });

  it('are not followed where the name may be something else', async () => {
    for (const [body, before] of [
      ['var days int\ndays = 4', ''],
      ['days := 4\ndays = 5', ''],
      ['days := 4\ndays += 1', ''],
      ['days := 4\ndays++', ''],
      ['days := 4\n*days = 5', ''],
      ['days := 4\na, days = 1, 2', ''],
      ['days, err := f()', ''],
      ['days := 4', 'const days = 5'],
      ['', 'const days = 4\nfunc f(days int) {}'],
      ['', 'const days = 4\nfunc f(a, days int) {}'],
      ['', 'const days = 4\nfunc f(days ...int) {}'],
      ['', 'const days = 4\nfunc f() (days int) { return 1 }'],
      ['', 'const days = 4\nfunc (days S) f() {}'],
      ['f(func(days int) {})', 'const days = 4'],
      ['for _, days := range a {}', 'const days = 4'],
      ['for days := 4; ; {}', ''],
      ['switch days := x.(type) { case int: }', 'const days = 4'],
      ['select { case days := <-c: }', 'const days = 4'],
      ['', 'const days = d\nconst d = days'],
      ['', 'const (\n\ta = iota\n\tdays\n)'],
    ] as const) {
      assert.deepEqual(await sets('awssqs.Queue', period, body, before), { MessageRetentionPeriod: unknown }, body + before);
    }
  });

  it('are not followed where they are changed in place', async () => {
    for (const change of ['p.Fifo = nil', 'p["a"] = 1', '(*p).Fifo = nil', 'p.Inner.Deep = 1']) {
      const queue = await last(`p := &awssqs.QueueProps{Fifo: jsii.Bool(true)}\n${change}\nawssqs.NewQueue(stack, jsii.String("Q"), p)`);
      assert.deepEqual(properties(queue), { '...': unknown }, change);
    }
  });

  it('that name each other very often, and expressions nested very deep, are given up in time', async () => {
    const list = (name: string, value: string): string => `var ${name} = []any{${`${value}, `.repeat(300)}}`;
    const begun = performance.now();
    assert.deepEqual(
      Object.keys((await sets('awssqs.CfnQueue', 'Tags: a', '', [list('a', 'b'), list('b', 'c'), list('c', 'd'), list('d', '1')].join('\n'))) as object),
      ['Tags'],
    );
    for (const [open, close] of [
      ['[]any{', '}'],
      ['A{B: ', '}'],
      ['(', ')'],
      ['- ', ''],
      ['1 + ', ''],
      ['jsii.Number(', ')'],
      ['&', ''],
    ] as const) {
      await sets('awssqs.CfnQueue', `Tags: ${open.repeat(3000)}1${close.repeat(3000)}`);
    }
    assert.ok(performance.now() - begun < 8000);
  });
});

describe('Unreadable properties in Go', () => {
  it('make absence unknown', async () => {
    for (const construct of ['Queue', 'CfnQueue']) {
      for (const written of [
        'props',
        'getProps()',
        'props.Queue',
        '&awssqs.QueueProps{base}',
        '&MyProps{QueueProps: base, awssqs.X{}}',
        'map[string]int{key: 1}',
      ]) {
        assert.equal(
          isAbsent(await last(`awssqs.New${construct}(stack, jsii.String("Q"), ${written})`), 'MessageRetentionPeriod'),
          false,
          `${construct} ${written}`,
        );
      }
    }
  });

  it('are absent where no properties are written', async () => {
    for (const written of ['', ', nil', ', &awssqs.QueueProps{}']) {
      assert.equal(isAbsent(await last(`awssqs.NewQueue(stack, jsii.String("Q")${written})`), 'MessageRetentionPeriod'), true, written);
    }
  });

  it('are those that are set again further down', async () => {
    for (const change of [
      'cfn := q.Node().DefaultChild().(awssqs.CfnQueue)\ncfn.AddPropertyOverride(jsii.String("MessageRetentionPeriod"), 60)',
      'awscdk.Aspects_Of(stack).Add(mine, nil)',
    ]) {
      const [queue] = await inStack(`q := awssqs.NewQueue(stack, jsii.String("Q"), nil)\n${change}`);
      assert.equal(isAbsent(queue!, 'MessageRetentionPeriod'), false, change);
    }
  });
});

describe('References between constructs in Go', () => {
  const redrive = (value: string): string =>
    `awssqs.NewCfnQueue(stack, jsii.String("A"), &awssqs.CfnQueueProps{RedrivePolicy: &map[string]interface{}{"a": ${value}}})`;

  it('go through variables, members and getters', async () => {
    const body =
      'dead := awssqs.NewQueue(stack, jsii.String("D"), nil)\ns.member = awssqs.NewQueue(stack, jsii.String("M"), nil)\nvar one, two = 1, awssqs.NewQueue(stack, jsii.String("T"), nil)\n_ = awssqs.NewQueue(stack, jsii.String("N"), nil)\n' +
      ['dead', 'dead.QueueArn()', '*dead.QueueArn()', 's.member', 's.member.QueueArn()', 'two', 'other.QueueArn()', 'dead.Grant(x)', 'one.A']
        .map(redrive)
        .join('\n');
    const resources = await inStack(body);
    assert.deepEqual(
      resources.slice(0, 4).map(({ holder }) => holder),
      ['dead', 's.member', 'two', undefined],
    );
    assert.deepEqual(
      resources.slice(4).map((resource) => (properties(resource) as { RedrivePolicy: unknown }).RedrivePolicy),
      ['dead', 'dead', 'dead', 's.member', 's.member', 'two', undefined, undefined, undefined].map((name) => ({
        A: name === undefined ? unknown : `-> ${name}`,
      })),
    );
  });

  it('do not go to look-ups, nor where a name holds several', async () => {
    for (const body of [
      'q := awssqs.Queue_FromQueueArn(stack, jsii.String("X"), jsii.String("arn"))',
      'var q awssqs.Queue\nif a { q = awssqs.NewQueue(stack, jsii.String("X"), nil) } else { q = awssqs.NewQueue(stack, jsii.String("Y"), nil) }',
      'if a { q := awssqs.NewQueue(stack, jsii.String("X"), nil) } else { q := awssqs.Queue_FromQueueArn(stack, jsii.String("X"), jsii.String("arn")) }',
    ]) {
      assert.deepEqual(properties(await last(`${body}\n${redrive('q.QueueArn()')}`)), { RedrivePolicy: { A: unknown } }, body);
    }
  });
});
