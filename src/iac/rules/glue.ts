import { acrossTypes } from './composition';
import { demand, required, switchedOn, type RuleHeader } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const service = 'glue';
const ofSettings = { service, types: ['AWS::Glue::DataCatalogEncryptionSettings'] } as const;
const ofConfiguration = { service, types: ['AWS::Glue::SecurityConfiguration'] } as const;

const withConfiguration =
  (path: string) =>
  (header: RuleHeader): Rule =>
    required(header, {
      paths: [path],
      message: 'No security configuration is named, so nothing here asks for encryption of results, logs and bookmarks. Name one.',
    });

export const glueRules: readonly Rule[] = [
  demand(
    {
      ...ofSettings,
      id: 'glue-catalog-unencrypted',
      title: 'Data Catalog without encryption at rest',
      why: 'Schemas, partitions and locations in the catalog tell much about the data.',
      severity: 'information',
      tasks: themes.data,
      fact: 'glue#catalog-encryption',
    },
    {
      path: 'DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode',
      is: (mode) => mode !== 'DISABLED',
      whenAbsent: false,
      message: (how) => `The encryption mode of the Data Catalog ${how}. Set it to SSE-KMS.`,
    },
  ),
  switchedOn(
    {
      ...ofSettings,
      id: 'glue-connection-passwords-plain',
      title: 'Connection passwords returned in the clear',
      why: 'Whoever may read a connection then reads the password of its database.',
      severity: 'information',
      tasks: themes.data,
      fact: 'glue#connection-passwords',
    },
    {
      path: 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted',
      message: (how) => `Encryption of connection passwords ${how}: whoever may read a connection gets its password in the clear.`,
    },
  ),
  demand(
    {
      ...ofConfiguration,
      id: 'glue-s3-unencrypted',
      title: 'Glue security configuration that leaves S3 to the bucket',
      why: "What jobs and crawlers write to S3 is then encrypted by the bucket's default only.",
      severity: 'information',
      tasks: themes.data,
      fact: 'glue#security-configuration',
    },
    {
      path: 'EncryptionConfiguration.S3Encryptions.*.S3EncryptionMode',
      is: (mode) => mode !== 'DISABLED',
      whenAbsent: false,
      message: (how) => `The encryption mode for S3 ${how}: Glue asks for none, and only the bucket's default encrypts. Set it to SSE-KMS or SSE-S3.`,
    },
  ),
  demand(
    {
      ...ofConfiguration,
      id: 'glue-logs-unencrypted',
      title: 'Glue security configuration without a key for logs',
      why: 'Logs of jobs repeat parts of the data; CloudWatch Logs then encrypts them with a key of AWS only.',
      severity: 'information',
      tasks: themes.data,
      fact: 'glue#security-configuration',
    },
    {
      path: 'EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode',
      is: (mode) => mode !== 'DISABLED',
      whenAbsent: false,
      message: (how) => `The encryption mode for CloudWatch Logs ${how}: no KMS key of yours protects the logs of jobs. Set it to SSE-KMS.`,
    },
  ),
  demand(
    {
      ...ofConfiguration,
      id: 'glue-bookmarks-unencrypted',
      title: 'Glue security configuration without encryption of bookmarks',
      why: 'Bookmarks say what a job has processed, and leave Glue for a bucket of AWS.',
      severity: 'information',
      tasks: themes.data,
      fact: 'glue#security-configuration',
    },
    {
      path: 'EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode',
      is: (mode) => mode !== 'DISABLED',
      whenAbsent: false,
      message: (how) => `The encryption mode for job bookmarks ${how}. Set it to CSE-KMS.`,
    },
  ),
  acrossTypes(
    {
      id: 'glue-no-security-configuration',
      service,
      title: 'Glue job, crawler or endpoint without security configuration',
      why: 'A security configuration holds the encryption of results, logs and bookmarks.',
      severity: 'information',
      tasks: themes.data,
      fact: 'glue#security-configuration-use',
    },
    {
      'AWS::Glue::Job': withConfiguration('SecurityConfiguration'),
      'AWS::Glue::Crawler': withConfiguration('CrawlerSecurityConfiguration'),
      'AWS::Glue::DevEndpoint': withConfiguration('SecurityConfiguration'),
    },
  ),
  demand(
    {
      id: 'glue-old-version',
      service,
      title: 'Glue version past its end',
      why: 'Jobs on versions past their end of life cannot be started.',
      severity: 'warning',
      tasks: themes.operation,
      fact: 'glue#version',
      types: ['AWS::Glue::Job'],
    },
    {
      path: 'GlueVersion',
      is: (version) => !/^(?:0\.9|1\.0|2\.0)$/.test(String(version)) && !(typeof version === 'number' && version < 3),
      whenAbsent: true,
      message: (how) => `The Glue version ${how}, which is past its end of life. Use 5.0 or newer.`,
    },
  ),
];
