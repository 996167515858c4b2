import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
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
          assert.deepEqual(tree, parseYaml(text));
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
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
