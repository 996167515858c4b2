/** Modules whose names are several words, which Java, C# and Go write in one or with dots between them. */
const compounds = [
  'aws-apigatewayv2-authorizers',
  'aws-apigatewayv2-integrations',
  'aws-autoscaling-common',
  'aws-autoscaling-hooktargets',
  'aws-cloudfront-origins',
  'aws-cloudfront.experimental',
  'aws-cloudwatch-actions',
  'aws-codepipeline-actions',
  'aws-cognito-identitypool',
  'aws-ecr-assets',
  'aws-ecs-patterns',
  'aws-eks-v2',
  'aws-elasticloadbalancingv2-actions',
  'aws-elasticloadbalancingv2-targets',
  'aws-events-targets',
  'aws-globalaccelerator-endpoints',
  'aws-iot-actions',
  'aws-iotevents-actions',
  'aws-kinesisfirehose-destinations',
  'aws-lambda-destinations',
  'aws-lambda-event-sources',
  'aws-lambda-go',
  'aws-lambda-nodejs',
  'aws-lambda-python',
  'aws-logs-destinations',
  'aws-route53-patterns',
  'aws-route53-targets',
  'aws-s3-assets',
  'aws-s3-deployment',
  'aws-s3-notifications',
  'aws-scheduler-targets',
  'aws-ses-actions',
  'aws-sns-subscriptions',
  'aws-stepfunctions-tasks',
];

const others = ['alexa-ask', 'assertions', 'assets', 'cloudformation-include', 'custom-resources', 'cx-api', 'pipelines', 'region-info', 'triggers'];

const bySpelling = new Map([...compounds, ...others].map((name) => [name.replace(/[-.]/g, ''), name]));

/**
 * A module as TypeScript spells it, `aws-lambda-nodejs`, of its letters alone, `awslambdanodejs`, to which the
 * spellings of all other languages come down; nothing where the CDK has no such module.
 */
export function moduleOfLetters(letters: string): string | undefined {
  const stable = letters.replace(/alpha$/, '');
  const name = bySpelling.get(stable) ?? (/^aws[a-z0-9]+$/.test(stable) ? `aws-${stable.slice(3)}` : undefined);
  return name === undefined || stable === letters ? name : `${name}-alpha`;
}

/** True for the letters of a module that is of several words or no service: `awslambdanodejs`, in C# the namespace `AWS.Lambda.Nodejs`. */
export function isListedModule(letters: string): boolean {
  return bySpelling.has(letters.replace(/alpha$/, '')) && letters !== '';
}
