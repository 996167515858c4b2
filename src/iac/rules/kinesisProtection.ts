import { demand } from './demands';
import { closedToWorld } from './resourcePolicies';
import type { Rule } from './rule';
import { themes } from './themes';

const ofStream = { service: 'kinesis', types: ['AWS::Kinesis::Stream'] } as const;

export const kinesisProtectionRules: readonly Rule[] = [
  demand(
    {
      ...ofStream,
      id: 'kinesis-own-key',
      title: 'Stream with the key of AWS',
      why: 'With a key of your own you decide who may read the records, also from other accounts.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'kinesis#encryption',
    },
    {
      path: 'StreamEncryption.KeyId',
      is: (key) => !/(?:^|:)alias\/aws\/kinesis$/.test(String(key)),
      whenAbsent: true,
      message: () => 'This key belongs to AWS and cannot be shared or limited. A key of your own has a policy that you write.',
    },
  ),
  demand(
    {
      ...ofStream,
      id: 'kinesis-short-retention',
      title: 'Stream that keeps records for a day',
      why: 'A consumer that fails on a Friday night finds its records gone on Monday.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'kinesis#retention',
    },
    {
      path: 'RetentionPeriodHours',
      is: (hours) => Number(hours) > 24,
      whenAbsent: false,
      message: (how) =>
        `The retention ${how}: after 24 hours records are gone, read or not. Keep them longer if a consumer may be down over a weekend; that costs extra.`,
    },
  ),
  closedToWorld(
    {
      id: 'kinesis-policy-open',
      service: 'kinesis',
      title: 'Stream open to everyone',
      why: 'Whoever may read a stream gets all its records.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'kinesis#resource-policy',
      types: ['AWS::Kinesis::ResourcePolicy'],
    },
    { path: 'ResourcePolicy', message: 'Anybody may do this with the stream, without a condition that narrows it. Name the accounts or roles.' },
  ),
  demand(
    {
      id: 'kinesis-video-own-key',
      service: 'kinesis-video-streams',
      title: 'Video stream without a key of your own',
      why: 'Media is always encrypted; a key of your own lets you decide and audit who can read it.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'kinesis-video-streams#encryption',
      types: ['AWS::KinesisVideo::Stream'],
    },
    {
      path: 'KmsKeyId',
      is: (key) => key !== '' && !/(?:^|:)alias\/aws\/kinesisvideo$/.test(String(key)),
      whenAbsent: false,
      message: (how) => `KmsKeyId ${how}: the media is encrypted with the key that AWS manages, whose policy you cannot write.`,
    },
  ),
];
