import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../knowledge/checkContent';
import type { Content } from '../knowledge/content';
import { diagramsIn, type KnowledgePack } from '../knowledge/pack';
import { parseContent } from '../knowledge/parseContent';
import { SearchIndex } from '../knowledge/search';
import { readContentFolder } from './contentFolder';
import { renderDiagram } from './diagrams';
import { jsonSchemas } from './schemas';

/** Validates `notes/` and writes the pack, the search index and the JSON Schemas; throws with file, line and reason of all that is wrong. */
export async function buildKnowledge(notes: string, dist: string): Promise<void> {
  const parsed = parseContent(readContentFolder(notes));
  const problems = [...parsed.problems, ...checkContent(parsed)];
  if (problems.length > 0) {
    const lines = problems.map(({ path, position, message }) => `notes/${path}:${position.line + 1}:${position.column + 1}: ${message}`);
    throw new Error(`The notes have ${problems.length} problems:\n${lines.join('\n')}`);
  }
  const pack: KnowledgePack = { content: parsed.content, diagrams: await renderDiagrams(parsed.content) };
  mkdirSync(join(notes, 'schema'), { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(notes, 'schema', name), text);
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'knowledge.json'), JSON.stringify(pack));
  writeFileSync(join(dist, 'search.json'), SearchIndex.of(parsed.content).serialized());
}

async function renderDiagrams({ services, topics }: Content): Promise<Record<string, string>> {
  const diagrams: Record<string, string> = {};
  for (const note of [...services, ...topics]) {
    for (const dot of diagramsIn(note.body)) {
      try {
        diagrams[dot] = await renderDiagram(dot);
      } catch (error) {
        throw new Error(`A diagram in the note "${note.id}" is not Graphviz: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return diagrams;
}
