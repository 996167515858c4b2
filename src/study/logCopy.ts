import type { Entry } from './log';
import type { LogFolder } from './logFolder';
import { readSegment, type Reading, type SegmentContent } from './segmentReader';
import { isSegment } from './segments';

/** What one folder of the log has and another has not. */
export interface Missing {
  readonly entries: readonly Entry[];
  /** Lines of a newer version, with their ends. */
  readonly lines: readonly string[];
}

/** What `from` has and `to` has not. Damaged lines stay where they are. */
export async function missingIn(to: LogFolder, from: LogFolder, reading: Reading): Promise<Missing> {
  const ids = new Set<string>();
  const newer = new Set<string>();
  for await (const content of segmentsOf(to, reading)) {
    for (const { id } of content.entries) ids.add(id);
    for (const line of newerLines(content)) newer.add(line);
  }
  const entries: Entry[] = [];
  const lines: string[] = [];
  for await (const content of segmentsOf(from, reading)) {
    for (const entry of content.entries) {
      if (ids.has(entry.id)) continue;
      ids.add(entry.id);
      entries.push(entry);
    }
    for (const line of newerLines(content)) {
      if (newer.has(line)) continue;
      newer.add(line);
      lines.push(line);
    }
  }
  return { entries, lines };
}

async function* segmentsOf(folder: LogFolder, reading: Reading): AsyncGenerator<SegmentContent> {
  for (const file of (await folder.list()) ?? []) {
    if (!isSegment(file.name)) continue;
    const content = await readSegment(folder, { ...file, folder: folder.name }, reading);
    if (content) yield content;
  }
}

function newerLines({ broken }: SegmentContent): string[] {
  return broken.filter(({ newer }) => newer).map(({ bytes }) => `${new TextDecoder().decode(bytes)}\n`);
}
