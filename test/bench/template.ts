/** Kinds of resources as real templates mix them, each about 1.7 to 2.3 kB of YAML. */
const kinds: readonly ((index: number, many: (count: number) => { length: number }) => string)[] = [
  (index, many) => `  Function${index}:
    Type: AWS::Lambda::Function
    DependsOn: Role${index + 1}
    Properties:
      FunctionName: !Sub '\${AWS::StackName}-worker-${index}'
      Description: Takes work from a queue and writes what came of it to a table
      Runtime: nodejs22.x
      Handler: index.handler
      MemorySize: 512
      Timeout: 60
      Role: !GetAtt Role${index + 1}.Arn
      Environment:
        Variables:
${Array.from(many(9), (_, at) => `          SETTING_${at}: !If [IsProduction, 'production value ${at}', 'test value ${at}']`).join('\n')}
      Code:
        ZipFile: |
${Array.from(many(10), (_, at) => `          exports.step${at} = async (event) => { console.log('step', ${at}, JSON.stringify(event)); return event; };`).join('\n')}
`,
  (index, many) => `  Role${index}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
${Array.from(
  many(3),
  (_, at) => `        - PolicyName: policy-${at}
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Sid: Read${at}
                Effect: Allow
                Action: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem']
                Resource: !Sub 'arn:aws:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/orders-${at}'
              - Sid: Write${at}
                Effect: Allow
                Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
                Resource: !Sub 'arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:orders-${at}'`,
).join('\n')}
`,
  (index, many) => `  Queue${index}:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 345600
      VisibilityTimeout: 360
      ReceiveMessageWaitTimeSeconds: 20
      Tags:
${Array.from(many(19), (_, at) => `        - Key: tag-number-${at}\n          Value: !Sub '\${AWS::StackName} value of tag number ${at}'`).join('\n')}
`,
  (index, many) => `  Table${index}:
    Type: AWS::DynamoDB::Table
    DeletionPolicy: Retain
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
${Array.from(many(8), (_, at) => `        - AttributeName: attribute${at}\n          AttributeType: S`).join('\n')}
      KeySchema:
        - AttributeName: attribute0
          KeyType: HASH
      GlobalSecondaryIndexes:
${Array.from(
  many(7),
  (_, at) => `        - IndexName: index-${at}
          KeySchema:
            - AttributeName: attribute${at + 1}
              KeyType: HASH
          Projection:
            ProjectionType: KEYS_ONLY`,
).join('\n')}
`,
  (index, many) => `  Group${index}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Lets the tiers of the application reach each other
      VpcId: !Ref Vpc
      SecurityGroupIngress:
${Array.from(
  many(10),
  (_, at) => `        - IpProtocol: tcp
          FromPort: ${8000 + at}
          ToPort: ${8000 + at}
          CidrIp: 10.${at}.0.0/16
          Description: Traffic of tier ${at} from the network of that tier`,
).join('\n')}
`,
  (index, many) => `  Subnet${index}:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.${index % 200}.1.0/24
      AvailabilityZone: !Select [0, !GetAZs '']
      Tags:
${Array.from(many(18), (_, at) => `        - Key: tag-number-${at}\n          Value: !FindInMap [Names, Tags, Value${at % 3}]`).join('\n')}
`,
];

/** A template in the shape of real ones: 58 resources make about 100 kB, 500 about 1 MB. `detail` scales the lists within each. */
export function generatedTemplate(resources: number, detail = 1): string {
  const many = (count: number): { length: number } => ({ length: Math.max(1, Math.round(count * detail)) });
  const head = `AWSTemplateFormatVersion: '2010-09-09'
Description: A template that is generated to measure with.
Parameters:
  Environment: { Type: String, Default: test }
Conditions:
  IsProduction: !Equals [!Ref Environment, production]
Mappings:
  Names:
    Tags: { Value0: zero, Value1: one, Value2: two }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
`;
  return head + Array.from({ length: resources - 1 }, (_, index) => kinds[index % kinds.length]?.(index, many) ?? '').join('');
}
