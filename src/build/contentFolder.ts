import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from '../knowledge/parseContent';

const folders = ['exams', 'services', 'topics', 'questions'];

/** The content files below a folder such as `notes/`, in a stable order; paths are relative, with `/`. */
export function readContentFolder(root: string): ContentFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(md|yaml)$/.test(name))
      .sort()
      .map((name) => {
        const file = join(root, folder, name);
        return { path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') };
      }),
  );
}
