import assert from 'node:assert/strict';
import { SearchIndex } from '../../../src/knowledge/search';
import { realContent } from '../support';

/**
 * What a learner types, and where the answer stands: a note (`sqs`), or facts and decisions (`sqs#message-size`) any one of which answers.
 * Typing errors, old names, abbreviations, figures and whole questions are meant to be here.
 */
const asked: readonly (readonly [query: string, ...answers: readonly string[]])[] = [
  // Figures
  ['max s3 object', 's3#object-size'],
  ['sqs message size', 'sqs#message-size'],
  ['how long does sqs keep messages', 'sqs#retention'],
  ['lambda max memory', 'lambda#memory'],
  ['dynamodb item size limit', 'dynamodb#item-size'],
  ['ebs max size', 'ebs#size-range'],
  ['max vpc per region', 'vpc#vpcs-per-region'],
  ['scp character limit', 'organizations#scp-size'],
  ['nlb idle timeout', 'elastic-load-balancing#nlb-idle-timeout'],
  ['alb health check interval', 'elastic-load-balancing#health-check-interval'],
  ['cloudformation how many resources', 'cloudformation#resources'],
  ['rds backup retention', 'rds#backup-retention'],
  // Typing errors
  ['visibilty timeout', 'sqs#visibility-timeout'],
  ['lamda timout', 'lambda#timeout'],
  ['s3 glacer deep archive', 's3-glacier', 's3#glacier-deep-archive', 's3-glacier#deep-archive'],
  ['elastic beanstak', 'elastic-beanstalk'],
  ['cloudfrnt', 'cloudfront'],
  ['dynamo db', 'dynamodb'],
  // Old names and abbreviations
  ['CMK', 'kms'],
  ['OAI', 'cloudfront', 'cloudfront#oai'],
  ['ELB', 'elastic-load-balancing'],
  ['Kinesis Firehose', 'data-firehose'],
  ['kinesis analytics', 'managed-flink'],
  ['Elasticsearch Service', 'opensearch'],
  ['QuickSight', 'quick-sight'],
  ['AWS SSO', 'iam-identity-center'],
  ['CloudWatch Events', 'eventbridge'],
  ['ACM', 'certificate-manager'],
  ['SSM', 'systems-manager'],
  ['TGW', 'transit-gateway'],
  ['VGW', 'site-to-site-vpn'],
  ['DX', 'direct-connect'],
  ['SMS server migration service', 'application-migration-service'],
  ['DMS', 'database-migration-service'],
  ['master account', 'organizations'],
  ['vtl', 'storage-gateway'],
  // Ideas
  ['hot partition', 'dynamodb#adaptive-capacity', 'dynamodb#spread-keys'],
  ['rpo vs rto', 'disaster-recovery'],
  ['pilot light', 'disaster-recovery', 'disaster-recovery#pilot-light'],
  ['spot interruption notice', 'spot-instances#notice'],
  ['transitive peering', 'vpc-peering', 'vpc-peering#not-transitive'],
  ['s3 eventual consistency', 's3#consistency', 'acid-and-base#s3-strong'],
  ['fan out', 'sqs#fan-out', 'sns'],
  ['block an ip address', 'network-acl', 'waf', 'network-acl#deny'],
  ['ephemeral ports', 'network-acl', 'vpc-traffic-control', 'network-acl#ephemeral-ports', 'vpc-traffic-control#ephemeral-ports'],
  ['zone apex', 'route-53#cname-apex', 'route-53#alias-targets', 'route-53#alias-or-cname'],
  ['envelope encryption', 'kms', 'kms#envelope-encryption', 'encryption-on-aws'],
  ['session affinity', 'elastic-load-balancing', 'elastic-load-balancing#sticky'],
  ['convertible reserved instance exchange', 'reserved-instances', 'reserved-instances#exchange-value'],
  ['saga pattern', 'microservices'],
  ['lazy loading', 'caching'],
  ['blue green deployment', 'deployment-strategies', 'deployment-strategies#blue-green'],
  ['seven rs migration', 'migration-strategies'],
  // Comparisons
  ['dax vs elasticache', 'dax', 'caching', 'dynamodb#dax-or-elasticache', 'dax#dax-or-elasticache'],
  ['gp2 vs gp3', 'ebs', 'ebs#gp3-price'],
  ['security group vs nacl', 'vpc-traffic-control', 'network-acl', 'security-groups'],
  ['nat gateway vs nat instance', 'nat-gateway', 'nat-instance'],
  ['sqs vs sns', 'messaging-and-decoupling', 'sns', 'sqs'],
  ['swf vs step functions', 'workflow-services', 'step-functions', 'swf'],
  ['cloudhsm vs kms', 'encryption-on-aws', 'cloudhsm', 'kms'],
  ['multi-az vs read replica', 'rds#availability-or-reads', 'database-high-availability'],
];

/** Whether a found entry is the note itself, or the fact or decision, that answers. */
function answers(found: string, answer: string): boolean {
  const [, target = ''] = /^(?:note|fact|decision):(.*)$/.exec(found) ?? [];
  return target === answer;
}

describe('what learners type', () => {
  const index = SearchIndex.of(realContent());

  it('is sixty things or more', () => {
    assert.ok(asked.length >= 60, String(asked.length));
  });

  it('leads to the right note or fact among the first three, for at least 95 percent', () => {
    const missed = asked.flatMap(([query, ...wanted]) => {
      const first = index.find(query, 3).map(({ id }) => id);
      return first.some((found) => wanted.some((answer) => answers(found, answer))) ? [] : [`${query}: ${first.join(', ')}`];
    });
    assert.ok(missed.length <= 0.05 * asked.length, missed.join('\n'));
  });

  it('has answers that exist', () => {
    const { services, topics } = realContent();
    const targets = new Set([...services, ...topics].flatMap((note) => [note.id, ...[...note.facts, ...note.decisions].map(({ id }) => `${note.id}#${id}`)]));
    assert.deepEqual(
      asked.filter(([, ...wanted]) => !wanted.some((answer) => targets.has(answer))).map(([query]) => query),
      [],
    );
  });
});
