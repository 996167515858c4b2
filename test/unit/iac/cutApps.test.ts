import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readText } from '../support';

/** Apps that use much of what each reader knows, behind a line that tells their language. */
const apps: Readonly<Record<string, readonly [head: string, body: string]>> = {
  'stack.tsx': [
    "import * as cdk from 'aws-cdk-lib';\n",
    "import { aws_sqs as sqs, Duration } from 'aws-cdk-lib';\nconst base = { fifo: true };\nexport class S extends cdk.Stack {\n  static readonly NAME = `q-${1}`;\n" +
      "  q = new sqs.Queue(this, 'Q', { ...base, retentionPeriod: Duration.days(prod ? 4 : 5), queueName: S.NAME ?? 'x' });\n  constructor() {\n    super();\n" +
      "    const { aws_s3: s3 } = cdk;\n    const b = new s3.Bucket(this, 'B' + id, { versioned: !x, lifecycleRules: [{ id: 'a', enabled: base.fifo }] });\n" +
      "    (b.node.defaultChild as s3.CfnBucket).addPropertyOverride('A.B', 1);\n    const cfn = new sqs.CfnQueue(this, 'C');\n    cfn.redrivePolicy = {};\n  }\n}\nconst page = <a b='c'>{d}</a>;\n",
  ],
  'stack.js': [
    "const cdk = require('aws-cdk-lib');\n",
    "const { aws_sqs: sqs } = cdk, s3 = require('aws-cdk-lib').aws_s3;\nmodule.exports = class extends cdk.Stack {\n  constructor(scope, id, { size = 3, ...props }) {\n    super(scope, id, props);\n" +
      "    this.q = new sqs.Queue(this, `Q-${id}`, Object.assign({}, { fifo: true }));\n    for (const name of ['a', 'b']) new s3.Bucket(this, name, { bucketName: name || 'c' });\n  }\n};\n",
  ],
  'stack.py': [
    'import aws_cdk as cdk\n',
    'from aws_cdk import (aws_sqs as sqs, aws_s3 as s3, Duration)\nfrom aws_cdk.aws_ec2 import *\nDAYS = 4 * 1\nconfig = {"a": {"b": 1}, **more}\n\nclass S(cdk.Stack):\n    SIZE: int = 3\n\n' +
      '    def __init__(self, scope, id, *, name="x", **kwargs) -> None:\n        super().__init__(scope, id, **kwargs)\n        """text"""\n' +
      '        self.q = sqs.Queue(self, f"q-{name}", fifo=True, retention_period=Duration.days(DAYS if prod else self.SIZE), dead_letter_queue=sqs.DeadLetterQueue(queue=self.d, max_receive_count=-3))\n' +
      '        b = s3.Bucket(scope=self, id="B" "C", versioned=not x, lifecycle_rules=[{"id": rb"a"}, s3.LifecycleRule(enabled=True)])\n        b.node.default_child.add_property_override("A.B", 1)\n' +
      '        [Vpc(self, "V" + str(i)) for i in range(3)]\n',
  ],
  'Stack.java': [
    'import software.amazon.awscdk.Stack;\n',
    'import software.amazon.awscdk.services.sqs.*;\nimport software.amazon.awscdk.services.s3.Bucket;\nclass S extends Stack {\n  static final int DAYS = 4;\n  S(Construct scope) {\n    super(scope, "S");\n' +
      '    var q = Queue.Builder.create(this, "Q" + 1).fifo(true).retentionPeriod(Duration.days(DAYS)).build();\n    Bucket b = new Bucket(this, "B", BucketProps.builder().versioned(x ? true : false).build());\n' +
      '    ((CfnBucket) b.getNode().getDefaultChild()).addPropertyOverride("A", Map.of("a", List.of(1, """\n      t""")));\n  }\n}\n',
  ],
  'Stack.cs': [
    'using Amazon.CDK;\n',
    'using Amazon.CDK.AWS.SQS;\nusing S3 = Amazon.CDK.AWS.S3;\nnamespace N {\n  class S : Stack {\n    const int Days = 4;\n    public S(Construct scope) : base(scope, "S") {\n' +
      '      var q = new Queue(this, $"Q{Days}", new QueueProps { Fifo = true, RetentionPeriod = Duration.Days(Days) });\n      S3.Bucket b = new(this, @"B", new S3.BucketProps { Versioned = x ?? true, Cors = new[] { new S3.CorsRule { Id = "a" } } });\n' +
      '      (b.Node.DefaultChild as S3.CfnBucket).Tags = new Dictionary<string, object> { ["a"] = 1 };\n    }\n  }\n}\n',
  ],
  'stack.go': [
    'package main\n\nimport "github.com/aws/aws-cdk-go/awscdk/v2"\n',
    'import (\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"\n\ts3 "github.com/aws/aws-cdk-go/awscdk/v2/awss3"\n)\n\nconst days = 4\n\nfunc New(scope constructs.Construct) awscdk.Stack {\n\tstack := awscdk.NewStack(scope, jsii.String("S"), nil)\n' +
      '\tq := awssqs.NewQueue(stack, jsii.String("Q"), &awssqs.QueueProps{Fifo: jsii.Bool(true), RetentionPeriod: awscdk.Duration_Days(jsii.Number(days))})\n' +
      '\ts3.NewBucket(stack, jsii.String(fmt.Sprintf("B%d", 1)), &s3.BucketProps{Versioned: q == nil, Cors: &[]*s3.CorsRule{{Id: jsii.String(`a`)}}})\n\treturn stack\n}\n',
  ],
};

describe('Reading a CDK app that is half written', () => {
  for (const [name, [head, body]] of Object.entries(apps)) {
    it(`never throws and stays within the text: ${name}`, async () => {
      const whole = await readText(head + body, name);
      assert.deepEqual(whole.problems, []);
      assert.ok(whole.resources.length >= 2);
      const piece = fc.constantFrom('', '(', ')', '{', '}', '"', "'", '"""', '`', ',', '=', '.', '\n', '#', '/*', '😀', '\r\n', '\0');
      const at = fc.nat({ max: body.length });
      await fc.assert(
        fc.asyncProperty(at, at, piece, fc.boolean(), async (from, to, inserted, cutsRest) => {
          const end = cutsRest ? body.length : Math.max(from, to);
          const text = head + body.slice(0, Math.min(from, to)) + inserted + body.slice(end);
          const { resources, problems } = await readText(text, name);
          for (const { span, typeSpan, idSpan } of resources) {
            for (const one of [span, typeSpan, idSpan]) assert.ok(one.start >= 0 && one.start <= one.end && one.end <= text.length);
          }
          assert.ok(problems.length <= 1);
        }),
        { seed: 7, numRuns: 150 },
      );
    });
  }
});
