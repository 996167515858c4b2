import { demand, isUnset, placesAt, required, surely, surelyUnset, wrongPlaces, type Guard, type Place } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const ofStream = { service: 'data-firehose', types: ['AWS::KinesisFirehose::DeliveryStream'] } as const;

const destinations = [
  'ExtendedS3DestinationConfiguration',
  'S3DestinationConfiguration',
  'RedshiftDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'AmazonOpenSearchServerlessDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'SplunkDestinationConfiguration',
  'HttpEndpointDestinationConfiguration',
  'SnowflakeDestinationConfiguration',
  'IcebergDestinationConfiguration',
];

const isOn = (known: unknown): boolean => known === true || known === 'true';

/** Where each kind of destination says how it writes to S3. */
const bucketSettings = destinations.map((name) => (name.includes('S3Destination') ? name : `${name}.S3Configuration`));

/** Records arrive by PUT, not from a stream that has an encryption of its own. */
const isDirectPut: Guard = (resource) =>
  (surelyUnset(resource, 'DeliveryStreamType') || surely(resource, 'DeliveryStreamType', (type) => type === 'DirectPut')) &&
  ['KinesisStreamSourceConfiguration', 'MSKSourceConfiguration', 'DatabaseSourceConfiguration'].every((path) => surelyUnset(resource, path));

const rules: readonly Rule[] = [
  required(
    {
      ...ofStream,
      id: 'data-firehose-unencrypted',
      title: 'Firehose stream without encryption at rest',
      why: 'A direct PUT stream encrypts what waits for delivery only if it is told to.',
      severity: 'information',
      tasks: themes.data,
      fact: 'data-firehose#encryption',
    },
    {
      paths: ['DeliveryStreamEncryptionConfigurationInput'],
      when: isDirectPut,
      message:
        'No server-side encryption is set for the records that wait for delivery. Set DeliveryStreamEncryptionConfigurationInput; the key that AWS owns is free.',
    },
  ),
  demand(
    {
      ...ofStream,
      id: 'data-firehose-own-key',
      title: 'Firehose stream with a key of AWS',
      why: 'With a key of your own you decide and audit who may use it.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'data-firehose#encryption',
    },
    {
      path: 'DeliveryStreamEncryptionConfigurationInput.KeyType',
      is: (type) => type !== 'AWS_OWNED_CMK',
      whenAbsent: true,
      message: () => 'The key belongs to AWS, so you neither control nor see its use. CUSTOMER_MANAGED_CMK takes a key of yours.',
    },
  ),
  {
    ...ofStream,
    id: 'data-firehose-bucket-key',
    title: 'Delivery to S3 without a KMS key',
    why: "Firehose asks S3 for no KMS key of its own, so the bucket's default encryption decides.",
    severity: 'hint',
    tasks: themes.data,
    fact: 'data-firehose#s3-encryption',
    check: (resource) =>
      bucketSettings.flatMap((path) => {
        if (!isWritten(placesAt(resource, path))) return [];
        return placesAt(resource, `${path}.EncryptionConfiguration.KMSEncryptionConfig`)
          .filter(isUnset)
          .map(({ span }) => ({
            span,
            message: "No KMS key is named for the objects, so the bucket's default encryption applies. Set KMSEncryptionConfig to be sure.",
          }));
      }),
  },
  {
    ...ofStream,
    id: 'data-firehose-error-logs-off',
    title: 'Firehose stream without error logs',
    why: 'Failed deliveries and transformations explain themselves in CloudWatch Logs only.',
    severity: 'hint',
    tasks: themes.operation,
    fact: 'data-firehose#error-logs',
    check: (resource) =>
      destinations.flatMap((path) => {
        if (!isWritten(placesAt(resource, path))) return [];
        const places = placesAt(resource, `${path}.CloudWatchLoggingOptions.Enabled`);
        return wrongPlaces(places, isOn, false).map(({ span }) => ({
          span,
          message: 'Error logging is not enabled: failed deliveries leave no reason behind. Enable CloudWatchLoggingOptions.',
        }));
      }),
  },
  demand(
    {
      ...ofStream,
      id: 'data-firehose-no-backup',
      title: 'Transformed records without the originals',
      why: 'A transformation that goes wrong cannot be repeated if only its results were kept.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'data-firehose#backup',
    },
    {
      path: 'ExtendedS3DestinationConfiguration.S3BackupMode',
      is: (mode) => mode === 'Enabled',
      whenAbsent: false,
      when: (resource) => surely(resource, 'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Enabled', isOn),
      message: (how) => `The backup ${how}: records are kept only as the function leaves them. S3BackupMode Enabled keeps them as received too.`,
    },
  ),
];

/** True where something stands at the path that can be read. */
function isWritten(places: readonly Place[]): boolean {
  return places.some(({ value }) => value?.kind === 'map');
}

export const dataFirehoseRules: readonly Rule[] = rules;
