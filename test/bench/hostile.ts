const bomb = `A: &a [x,x,x,x,x,x,x,x,x,x]\nB: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nC: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nD: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\nE: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nF: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\nResources:\n  Bucket: { Type: AWS::S3::Bucket, Properties: { Tags: *f } }\n`;
const deep = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);
/** Texts that are meant to break a reader, or to keep it busy for ever. */
export const hostileTexts: readonly (readonly [what: string, text: string])[] = [
  ['aliases that unfold into millions', bomb],
  ['lists 100 deep', `Resources:\n  Bucket: { Type: AWS::S3::Bucket, Properties: { Tags: ${deep('[', ']', 100)} } }\n`],
  ['lists 5,000 deep', `Resources:\n  Bucket: { Type: AWS::S3::Bucket, Properties: { Tags: ${deep('[', ']', 5_000)} } }\n`],
  ['objects 5,000 deep in JSON', `{ "Resources": { "Bucket": { "Type": "AWS::S3::Bucket", "Properties": ${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)} } } }`],
  [
    'Fn::If 100 deep',
    `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: ${'!If [A, '.repeat(100)}x${', y]'.repeat(100)}\n`,
  ],
  [
    'mappings 100 deep',
    `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n${Array.from({ length: 100 }, (_, level) => `${' '.repeat(6 + 2 * level)}A:`).join('\n')}\n`,
  ],
  [
    'bytes that are no text',
    `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n${Array.from({ length: 3_000 }, (_, at) => String.fromCharCode((at * 7919) % 65_536)).join('')}`,
  ],
  ['line ends of all kinds', 'Resources:\r\n  Bucket:\r    Type: AWS::S3::Bucket\n\r\r\n    Properties:\r\n      AccessControl: PublicRead\n'],
  ['half a character', 'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: "\uD83D" }\n'],
];
