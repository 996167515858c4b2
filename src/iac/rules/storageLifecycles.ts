import { numberOf, propertyOf, type MapValue, type Value } from '../model';
import { itemsAt, spanOf, surelyUnset, valuesAt } from './demands';
import type { Report, Rule } from './rule';

const bucket = ['AWS::S3::Bucket'];

/** Days for which an object of a class is billed at the least (https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html). */
const leastDays: Readonly<Record<string, number>> = { STANDARD_IA: 30, ONEZONE_IA: 30, GLACIER_IR: 90, GLACIER: 90, DEEP_ARCHIVE: 180 };

interface Transition {
  readonly storageClass: string;
  readonly days: number;
  readonly value: Value;
}

/** The transitions of a rule whose class and days are in the text; of one that is written alone that one. */
function transitionsOf(rule: MapValue): Transition[] {
  const list = propertyOf(rule, 'Transitions')?.value ?? propertyOf(rule, 'Transition')?.value;
  const items = list?.kind === 'list' ? list.items : list ? [list] : [];
  return items.flatMap((item) => {
    const storageClass = propertyOf(item, 'StorageClass')?.value;
    const value = propertyOf(item, 'TransitionInDays')?.value;
    const days = numberOf(value);
    return storageClass?.kind === 'known' && value && days !== undefined ? [{ storageClass: String(storageClass.value), days, value }] : [];
  });
}

function rule(header: Omit<Rule, 'check' | 'types'>, each: (map: MapValue) => Report[]): Rule {
  return { ...header, types: bucket, check: (resource) => itemsAt(resource, 'LifecycleConfiguration.Rules').flatMap(each) };
}

export const storageLifecycleRules: readonly Rule[] = [
  rule(
    {
      id: 's3-transition-too-early',
      service: 's3',
      title: 'Transition to Infrequent Access before 30 days',
      why: 'S3 moves objects to Standard-IA and One Zone-IA only after 30 days.',
      severity: 'warning',
      tasks: ['saa-c03/4.1', 'sap-c02/2.6', 'sap-2014/5.1'],
      fact: 's3#lifecycle-thirty-days',
    },
    (map) =>
      transitionsOf(map)
        .filter(({ storageClass, days }) => /^(?:STANDARD|ONEZONE)_IA$/.test(storageClass) && days < 30)
        .map(({ storageClass, days, value }) => ({
          span: spanOf(value),
          message: `${storageClass} takes objects after 30 days at the earliest, not after ${days}.`,
        })),
  ),
  rule(
    {
      id: 's3-transition-after-expiration',
      service: 's3',
      title: 'Transition on the day objects expire or later',
      why: 'An object that is gone cannot move; S3 wants the expiration behind the last transition.',
      severity: 'warning',
      tasks: ['saa-c03/4.1'],
      fact: 's3#lifecycle',
    },
    (map) => {
      const expires = numberOf(propertyOf(map, 'ExpirationInDays')?.value);
      return transitionsOf(map)
        .filter(({ days }) => expires !== undefined && days >= expires)
        .map(({ days, value }) => ({
          span: spanOf(value),
          message: `Objects expire after ${expires ?? 0} days, so a transition after ${days} cannot happen. Move the expiration behind it.`,
        }));
    },
  ),
  rule(
    {
      id: 's3-minimum-duration',
      service: 's3',
      title: 'Objects that leave a class before its minimum duration',
      why: 'The colder classes bill 30, 90 or 180 days, also for objects that leave earlier.',
      severity: 'hint',
      tasks: ['saa-c03/4.1', 'sap-c02/3.5', 'sap-2014/5.1'],
      fact: 's3#glacier-instant',
    },
    (map) => {
      const expiration = propertyOf(map, 'ExpirationInDays')?.value;
      const expires = numberOf(expiration);
      const steps = transitionsOf(map).sort((one, other) => one.days - other.days);
      return steps.flatMap(({ storageClass, days }, index): Report[] => {
        const least = leastDays[storageClass];
        const next = steps[index + 1];
        const [left, value] = next ? [next.days, next.value] : [expires, expiration];
        if (least === undefined || left === undefined || !value || left <= days || left - days >= least) return [];
        return [
          {
            span: spanOf(value),
            message: `Objects stay in ${storageClass} for ${left - days} days and are billed for ${least}. Keep them longer, or leave that step out.`,
          },
        ];
      });
    },
  ),
  {
    id: 's3-one-zone-only-copy',
    service: 's3',
    title: 'Data that ends in one zone',
    why: 'One Zone-IA is lost with its Availability Zone, so it suits copies and what can be made again.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'saa-c03/4.1', 'sap-2014/5.1'],
    fact: 's3#one-zone-ia',
    types: bucket,
    check: (resource) => {
      if (!surelyUnset(resource, 'ReplicationConfiguration')) return undefined;
      return ['Transitions.*.StorageClass', 'Transition.StorageClass', 'NoncurrentVersionTransitions.*.StorageClass'].flatMap((path) =>
        valuesAt(resource, `LifecycleConfiguration.Rules.*.${path}`).flatMap((value): Report[] =>
          value.kind === 'known' && value.value === 'ONEZONE_IA'
            ? [
                {
                  span: spanOf(value),
                  message:
                    'These objects end up in a single Availability Zone, and the bucket is not replicated. Use STANDARD_IA unless they can be made again.',
                },
              ]
            : [],
        ),
      );
    },
  },
  {
    id: 's3-reduced-redundancy',
    service: 's3',
    title: 'Reduced Redundancy Storage',
    why: 'It keeps objects less safely than S3 Standard and costs more today.',
    severity: 'information',
    tasks: ['saa-c03/4.1', 'sap-2014/5.1'],
    fact: 's3#reduced-redundancy',
    types: bucket,
    check: (resource) =>
      valuesAt(resource, 'ReplicationConfiguration.Rules.*.Destination.StorageClass').flatMap((value): Report[] =>
        value.kind === 'known' && value.value === 'REDUCED_REDUNDANCY'
          ? [
              {
                span: spanOf(value),
                message:
                  'AWS advises against this class, which is less durable than STANDARD and no cheaper. For copies take STANDARD_IA, ONEZONE_IA or a Glacier class.',
              },
            ]
          : [],
      ),
  },
];
