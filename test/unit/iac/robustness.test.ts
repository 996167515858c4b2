import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Analyser, type Analysis } from '../../../src/iac/analysis';
import { detect, maxTemplateLength, type Detection } from '../../../src/iac/detect';
import { mentionAt, serviceMentionAt } from '../../../src/iac/mention';
import type { Value } from '../../../src/iac/model';
import type { CdkParts } from '../../../src/iac/read';
import { hostileTexts } from '../../bench/hostile';
import { generatedTemplate } from '../../bench/template';
import { cdkPartsFor } from '../support';

const fixture = (name: string): string => readFileSync(join(__dirname, '../../fixtures/workspace', name), 'utf8');
const yaml = fixture('orders.yaml');
const json = fixture('readings.json');
const app = fixture('cdk/photo-stack.ts');
/** In milliseconds: whatever runs away takes longer. That an answer takes less than 100 is measured by the bench. */
const longest = 2_000;

function analyse(text: string, analyser = new Analyser(), cdk?: CdkParts): Analysis | undefined {
  const detection = detect(text);
  return detection && analyser.analyse(text, detection, cdk);
}

/** Every place that is shown to the user lies within the text. */
function assertInside(text: string, { template, findings, computed }: Analysis): void {
  const inside = ({ start, end }: { start: number; end: number }, what: string): void =>
    assert.ok(0 <= start && start <= end && end <= text.length, `${what}: ${start} to ${end} of ${text.length}`);
  const walk = (value: Value, what: string): void => {
    inside(value, what);
    if (value.kind === 'map') for (const entry of value.entries) walk(entry.value, `${what}.${entry.name}`);
    if (value.kind === 'list') for (const item of value.items) walk(item, what);
  };
  for (const resource of template.resources) {
    inside(resource.idSpan, resource.id);
    inside(resource.typeSpan, resource.id);
    inside(resource.span, resource.id);
    walk(resource.properties, resource.id);
    walk(resource.attributes, resource.id);
  }
  for (const { span, rule, fix } of findings.findings) {
    inside(span, rule.id);
    if (fix) inside(fix.span, rule.id);
  }
  for (const { offset, label } of computed) inside({ start: offset, end: offset }, label);
  for (const problem of template.problems) inside(problem, problem.message);
}

const shown = ({ findings }: Analysis): string[] =>
  findings.findings.map(({ rule, resource, span, message }) => `${rule.id} ${resource.id} ${span.start} ${span.end} ${message}`);

/** What people type, and what hurts. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '\n',
    '\r\n',
    ': ',
    '# ',
    '- ',
    "'",
    '"',
    '{',
    '}',
    ']',
    '&a ',
    '*a',
    '<<: *a',
    '\t',
    '\n---\n',
    '|\n',
    '!Ref X',
    '!If [A, ',
    '\u0000',
    '😀',
    '漢字',
    '\u2028',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
/** A place in a text as a share of its length, all places alike. */
const share = fc.nat({ max: 1_000_000 }).map((part) => part / 1_000_000);
const edit = fc.record({ at: share, remove: fc.nat({ max: 12 }), insert: typed });

function edited(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

describe('Any text', () => {
  it('is read without an exception, with all places inside it, at any cursor', () => {
    const piece = fc.constantFrom(
      'Resources:',
      '\n',
      '  ',
      'Type: AWS::S3::Bucket',
      'A:',
      '{',
      '}',
      '[',
      ']',
      '"Resources": {',
      ',',
      '!Sub "${A}"',
      '&x',
      '*x',
      '- ',
      '"',
      "'",
      ': ',
      '#',
      '😀',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 }), fc.nat(), (pieces, cursor) => {
        const text = pieces.join('');
        const analysis = analyse(text);
        serviceMentionAt(text, cursor % (text.length + 1));
        if (!analysis) return;
        assertInside(text, analysis);
        mentionAt(analysis.template, cursor % (text.length + 1));
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('A real template', () => {
  for (const [name, source] of [
    ['YAML', yaml],
    ['JSON', json],
  ] as const) {
    it(`in ${name} keeps the findings that reading it afresh has, whatever is edited in whatever order`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(), (edits, cursor) => {
          const analyser = new Analyser();
          let text = source;
          analyse(text, analyser);
          for (const one of edits) {
            text = edited(text, one);
            const after = analyse(text, analyser);
            const afresh = analyse(text);
            assert.equal(after === undefined, afresh === undefined);
            if (!after || !afresh) continue;
            assertInside(text, after);
            mentionAt(after.template, cursor % (text.length + 1));
            // A broken text keeps more when its sound parts were read before.
            if (afresh.template.problems.length === 0) assert.deepEqual(shown(after), shown(afresh));
            else assert.ok(after.template.resources.length >= afresh.template.resources.length);
          }
        }),
        { seed: 5, numRuns: 120 },
      );
    });
  }

  it('has the same findings with Windows line ends, each column where it was', () => {
    const windows = yaml.replaceAll('\n', '\r\n');
    const [plain, wide] = [analyse(yaml), analyse(windows)];
    assert.ok(plain && wide);
    const texts = (text: string, { findings }: Analysis): string[] =>
      findings.findings.map(({ rule, span }) => `${rule.id} ${text.slice(span.start, span.end).replaceAll('\r', '')}`);
    assert.deepEqual(texts(windows, wide), texts(yaml, plain));
  });

  it('has its places right behind characters of two code units and wide ones', () => {
    const text = `Description: '😀 漢字 𝒳'\nResources:\n  Größe:\n    Type: AWS::S3::Bucket # 😀\n    Properties: { Tags: [{ Key: '😀', Value: 漢字 }], AccessControl: PublicRead }\n`;
    const found = analyse(text)?.findings.findings.find(({ rule }) => rule.id === 's3-public-acl');
    assert.equal(found && text.slice(found.span.start, found.span.end), 'PublicRead');
    assert.equal(found?.resource.id, 'Größe');
  });
});

describe('A CDK app', () => {
  it('is read without an exception whatever is edited, with all places inside it', async () => {
    const cdk = await cdkPartsFor('typescript');
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.nat(), (edits, cursor) => {
        const text = edits.reduce(edited, app);
        const analysis = analyse(text, new Analyser(), cdk);
        if (!analysis) return;
        assertInside(text, analysis);
        mentionAt(analysis.template, cursor % (text.length + 1));
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe('What is meant to break a reader', () => {
  for (const [what, text] of hostileTexts) {
    it(`does not: ${what}`, () => {
      analyse(text);
      const start = performance.now();
      const analysis = analyse(text);
      if (analysis) {
        assertInside(text, analysis);
      }
      const taken = performance.now() - start;
      assert.ok(taken < longest, `${taken.toFixed(1)} ms`);
    });
  }

  it('does not: 5 MB, which is over the limit and is left unread by those who ask', () => {
    const text = generatedTemplate(58).repeat(50);
    assert.ok(text.length > 5_000_000 && text.length > maxTemplateLength);
    const start = performance.now();
    const detection: Detection | undefined = detect(text);
    assert.ok(performance.now() - start < longest);
    assert.equal(detection?.kind, 'cloudformation');
  });
});

describe('A template that is cut', () => {
  it('keeps every resource before the cut, at 200 random places of a 100 kB one', () => {
    const text = generatedTemplate(58);
    const whole = analyse(text)?.template.resources ?? [];
    assert.ok(whole.length >= 58);
    fc.assert(
      fc.property(share, (at) => {
        const cut = Math.floor(at * text.length);
        const expected = whole.filter(({ span }) => span.end < cut).map(({ id }) => id);
        const found = new Set(analyse(text.slice(0, cut))?.template.resources.map(({ id }) => id));
        const lost = expected.filter((id) => !found.has(id));
        assert.deepEqual(lost, []);
      }),
      { seed: 17, numRuns: 200 },
    );
  });
});
