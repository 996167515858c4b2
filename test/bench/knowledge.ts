import { Knowledge } from '../../src/knowledge/knowledge';
import type { KnowledgePack } from '../../src/knowledge/pack';
import { SearchIndex } from '../../src/knowledge/search';
import { atMost, median, p95, type Result } from './measure';

const typed = [
  'sqs retention',
  'max s3 object',
  'hot partition',
  'gp3 iops',
  'multi az',
  'cmk rotation',
  'read replica failover',
  'cross region',
  'visibility timeout',
  'lambda concurency',
];

export function benchKnowledge(pack: string, search: string): Result[] {
  const index = SearchIndex.load(search);
  const prefixes = typed.flatMap((query) => Array.from({ length: query.length }, (_, length) => query.slice(0, length + 1)));
  return [
    atMost(
      'knowledge',
      'search while typing, p95 of all prefixes',
      p95(prefixes.length, (run) => void index.find(prefixes[run % prefixes.length] ?? '')),
      'ms',
      5,
    ),
    atMost(
      'knowledge',
      'loading the search index',
      median(5, () => void SearchIndex.load(search)),
      'ms',
      null,
    ),
    atMost(
      'knowledge',
      'loading the knowledge pack',
      median(9, () => new Knowledge((JSON.parse(pack) as KnowledgePack).content)),
      'ms',
      null,
    ),
    atMost('knowledge', 'knowledge pack and search index', (pack.length + search.length) / 1024, 'kB', null),
  ];
}
