import type { CdkLanguage } from '../../src/iac/model';

/** A queue, a bucket and a function in each language, with an index, as users write them. */
const constructs: Readonly<Record<CdkLanguage, { readonly before: string; readonly each: (index: number) => string; readonly after: string }>> = {
  typescript: script(''),
  tsx: script(''),
  javascript: {
    before: `const { Stack, Duration } = require('aws-cdk-lib');\nconst sqs = require('aws-cdk-lib/aws-sqs');\nconst s3 = require('aws-cdk-lib/aws-s3');\nconst lambda = require('aws-cdk-lib/aws-lambda');\nclass Example extends Stack {\n  constructor(scope, id, props) {\n    super(scope, id, props);\n`,
    each: scriptConstructs,
    after: '  }\n}\n',
  },
  python: {
    before:
      'from aws_cdk import Duration, Stack, aws_lambda as lambda_, aws_s3 as s3, aws_sqs as sqs\n\nclass Example(Stack):\n    def __init__(self, scope, construct_id, **kwargs):\n        super().__init__(scope, construct_id, **kwargs)\n',
    each: (index) => `        queue${index} = sqs.Queue(self, "Queue${index}", visibility_timeout=Duration.seconds(300), retention_period=Duration.days(4))
        bucket${index} = s3.Bucket(self, "Bucket${index}", versioned=True, encryption=s3.BucketEncryption.S3_MANAGED)
        work${index} = lambda_.Function(
            self, "Work${index}",
            runtime=lambda_.Runtime.PYTHON_3_12, handler="index.handler", code=lambda_.Code.from_asset("work"),
            timeout=Duration.seconds(30), environment={"QUEUE": queue${index}.queue_url, "BUCKET": bucket${index}.bucket_name},
        )
`,
    after: '',
  },
  java: {
    before: `package example;\nimport software.amazon.awscdk.*;\nimport software.amazon.awscdk.services.lambda.*;\nimport software.amazon.awscdk.services.lambda.Runtime;\nimport software.amazon.awscdk.services.s3.*;\nimport software.amazon.awscdk.services.sqs.*;\nimport java.util.Map;\npublic class Example extends Stack {\n  public Example(final Construct scope, final String id) {\n    super(scope, id);\n`,
    each: (
      index,
    ) => `    Queue queue${index} = Queue.Builder.create(this, "Queue${index}").visibilityTimeout(Duration.seconds(300)).retentionPeriod(Duration.days(4)).build();
    Bucket bucket${index} = Bucket.Builder.create(this, "Bucket${index}").versioned(true).encryption(BucketEncryption.S3_MANAGED).build();
    Function work${index} = Function.Builder.create(this, "Work${index}")
        .runtime(Runtime.JAVA_21).handler("index.handler").code(Code.fromAsset("work"))
        .timeout(Duration.seconds(30)).environment(Map.of("QUEUE", queue${index}.getQueueUrl()))
        .build();
`,
    after: '  }\n}\n',
  },
  csharp: {
    before: `using Amazon.CDK;\nusing Amazon.CDK.AWS.Lambda;\nusing Amazon.CDK.AWS.S3;\nusing Amazon.CDK.AWS.SQS;\nusing System.Collections.Generic;\nnamespace Example {\n  public class ExampleStack : Stack {\n    public ExampleStack(Construct scope, string id, IStackProps props = null) : base(scope, id, props) {\n`,
    each: (
      index,
    ) => `      var queue${index} = new Queue(this, "Queue${index}", new QueueProps { VisibilityTimeout = Duration.Seconds(300), RetentionPeriod = Duration.Days(4) });
      var bucket${index} = new Bucket(this, "Bucket${index}", new BucketProps { Versioned = true, Encryption = BucketEncryption.S3_MANAGED });
      var work${index} = new Function(this, "Work${index}", new FunctionProps {
        Runtime = Runtime.DOTNET_8, Handler = "index::handler", Code = Code.FromAsset("work"),
        Timeout = Duration.Seconds(30), Environment = new Dictionary<string, string> { ["QUEUE"] = queue${index}.QueueUrl }
      });
`,
    after: '    }\n  }\n}\n',
  },
  go: {
    before: `package main\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awss3"\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"\n\t"github.com/aws/jsii-runtime-go"\n)\n\nfunc NewExample(stack awscdk.Stack) {\n`,
    each: (
      index,
    ) => `	queue${index} := awssqs.NewQueue(stack, jsii.String("Queue${index}"), &awssqs.QueueProps{VisibilityTimeout: awscdk.Duration_Seconds(jsii.Number(300)), RetentionPeriod: awscdk.Duration_Days(jsii.Number(4))})
	awss3.NewBucket(stack, jsii.String("Bucket${index}"), &awss3.BucketProps{Versioned: jsii.Bool(true), Encryption: awss3.BucketEncryption_S3_MANAGED})
	awslambda.NewFunction(stack, jsii.String("Work${index}"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2023(), Handler: jsii.String("bootstrap"), Code: awslambda.Code_FromAsset(jsii.String("work"), nil),
		Timeout: awscdk.Duration_Seconds(jsii.Number(30)), Environment: &map[string]*string{"QUEUE": queue${index}.QueueUrl()},
	})
`,
    after: '}\n',
  },
};

function script(type: string): { before: string; each: (index: number) => string; after: string } {
  return {
    before: `import { Duration, Stack } from 'aws-cdk-lib';\nimport * as lambda from 'aws-cdk-lib/aws-lambda';\nimport * as s3 from 'aws-cdk-lib/aws-s3';\nimport * as sqs from 'aws-cdk-lib/aws-sqs';\n${type}export class Example extends Stack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n`,
    each: scriptConstructs,
    after: '  }\n}\n',
  };
}

function scriptConstructs(index: number): string {
  return `    const queue${index} = new sqs.Queue(this, 'Queue${index}', { visibilityTimeout: Duration.seconds(300), retentionPeriod: Duration.days(4) });
    const bucket${index} = new s3.Bucket(this, 'Bucket${index}', { versioned: true, encryption: s3.BucketEncryption.S3_MANAGED });
    const work${index} = new lambda.Function(this, 'Work${index}', {
      runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromAsset('work'),
      timeout: Duration.seconds(30), environment: { QUEUE: queue${index}.queueUrl, BUCKET: bucket${index}.bucketName },
    });
`;
}

/** An app with three constructs for each index. */
export function generatedApp(language: CdkLanguage, count: number): string {
  const { before, each, after } = constructs[language];
  return before + Array.from({ length: count }, (_, index) => each(index)).join('') + after;
}
