import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { SyntaxTree } from '../../../src/syntax/node';
import { reparseYaml } from '../../../src/syntax/reparse';
import { parseYaml } from '../../../src/syntax/yaml';

const template = readFileSync(join(__dirname, '../../fixtures/workspace/orders.yaml'), 'utf8');

/** Texts that people type, and those that hurt. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '\n',
    ': ',
    '# ',
    '- ',
    "'",
    '"',
    '{',
    ']',
    '&a ',
    '*a',
    '\t',
    '\n  New:\n    Type: AWS::SQS::Queue\n',
    '\nOutputs:\n',
    '\n---\n',
    '  OrderQueue:\n',
    '|\n',
    '!Ref X',
  ),
  fc.string({ maxLength: 6 }),
);

/** Keys of all entries of all sections. */
function keysOf({ documents: [root] }: SyntaxTree): string[] {
  const sections = root?.kind === 'mapping' ? root.entries : [];
  return sections.flatMap(({ key, value }) => [key.text, ...(value.kind === 'mapping' ? value.entries.map((entry) => `${key.text}/${entry.key.text}`) : [])]);
}

/** A sound text reads the same in both ways; of a broken one nothing is lost that reading the whole finds. */
function compare(tree: SyntaxTree, text: string): void {
  const whole = parseYaml(text);
  if (tree.problems.length === 0 || tree.tied) assert.deepEqual(tree, whole);
  else {
    const found = keysOf(tree);
    for (const key of keysOf(whole)) assert.ok(found.includes(key), `${key} is lost`);
  }
}

describe('reparseYaml', () => {
  it('says the same as reading the whole text again, whatever is typed wherever', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(template.length), fc.nat(40), typed), { minLength: 1, maxLength: 5 }), (edits) => {
        let text = template;
        let tree = parseYaml(text);
        for (const [at, removed, added] of edits) {
          const start = Math.min(at, text.length);
          const changed = text.slice(0, start) + added + text.slice(start + removed);
          tree = reparseYaml(changed, { text, tree });
          text = changed;
          compare(tree, text);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('goes on reading one entry while it is broken, and reads the same once it is mended', () => {
    const typed = 'Timeout: "60\n      Mem\n      MemorySize: 128';
    const broken = template.replace('Timeout: 60', typed);
    const first = reparseYaml(broken, { text: template, tree: parseYaml(template) });
    assert.ok(first.problems.length > 0 && !first.tied);
    assert.ok(keysOf(first).includes('Resources/ReportVolume'));
    const second = broken.replace('Mem\n', 'Memo\n');
    const still = reparseYaml(second, { text: broken, tree: first });
    assert.ok(still.problems.length > 0 && !still.tied);
    const mended = second.replace(typed.replace('Mem\n', 'Memo\n'), 'Timeout: 61');
    assert.deepEqual(reparseYaml(mended, { text: second, tree: still }), parseYaml(mended));
  });

  it('reads the whole again where a line of a broken entry stands further left', () => {
    const broken = template.replace('      Timeout: 60\n', '      Timeout: "60\nOutputs:\n  Url: { Value: x }\n');
    assert.deepEqual(reparseYaml(broken, { text: template, tree: parseYaml(template) }), parseYaml(broken));
  });

  it('reads the whole again where one entry is broken and the next one is edited', () => {
    const broken = template.replace("Version: '2012-10-17'", 'Version: "');
    const first = reparseYaml(broken, { text: template, tree: parseYaml(template) });
    assert.ok(first.problems.length > 0);
    const second = broken.replace('Engine: postgres', 'Engine: mysql');
    assert.deepEqual(reparseYaml(second, { text: broken, tree: first }), parseYaml(second));
  });

  it('reads only the entry that was changed', () => {
    const tree = parseYaml(template);
    const changed = template.replace('Timeout: 60', 'Timeout: 600');
    const again = reparseYaml(changed, { text: template, tree });
    const [before, after] = [tree, again].map(({ documents: [root] }) => (root?.kind === 'mapping' ? root.entries : []));
    const parameters = (entries: typeof before) => entries?.find(({ key }) => key.text === 'Parameters')?.value;
    assert.equal(parameters(after), parameters(before));
    assert.deepEqual(again, parseYaml(changed));
  });
});
