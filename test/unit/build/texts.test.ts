import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { bundleOf, manifestProblems, mayHaveTexts, textsIn, translationProblems } from '../../../src/build/texts';
import { untranslatedIn } from '../../../src/build/untranslated';

const root = join(__dirname, '../../..');
const bundlePath = join(root, 'media/l10n/bundle.l10n.json');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function readTexts(path: string): Record<string, string> {
  return JSON.parse(read(path)) as Record<string, string>;
}

const panelImport = "import { t } from './l10n';\n";
const found = (path: string, source: string): unknown[] => textsIn(path, source).texts.map(({ text, place, values }) => [text, place, values]);
const problemsIn = (path: string, source: string): readonly string[] => textsIn(path, source).problems;

describe('The texts of the source', function () {
  // The compiler is loaded and reads some ninety files.
  this.timeout(60_000);
  let files: { path: string; source: string }[];

  before(() => {
    files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .map((name) => `src/${name.split(sep).join('/')}`)
      .filter(mayHaveTexts)
      .sort()
      .map((path) => ({ path, source: read(path) }));
  });

  it('are looked up as whole literals with the values that they name', () => {
    assert.ok(files.length > 50);
    assert.deepEqual(
      files.flatMap(({ path, source }) => problemsIn(path, source)),
      [],
    );
  });

  it('are all looked up, where they are shown', () => {
    const shown = files.filter(({ path }) => !path.startsWith('src/study/'));
    assert.deepEqual(
      shown.flatMap(({ path, source }) => untranslatedIn(path, source)),
      [],
    );
  });

  it('are the bundle in media/l10n; UPDATE_TEXTS=1 writes it anew', () => {
    const bundle = bundleOf(files.flatMap(({ path, source }) => textsIn(path, source).texts));
    assert.ok(Object.keys(bundle).length > 400);
    const text = `${JSON.stringify(bundle, null, 2)}\n`;
    if (process.env.UPDATE_TEXTS) writeFileSync(bundlePath, text);
    assert.equal(readFileSync(bundlePath, 'utf8'), text);
  });

  it('are those of package.nls.json for package.json', () => {
    assert.deepEqual(manifestProblems(read('package.json'), readTexts('package.nls.json')), []);
  });

  it('have complete translations, where there are any', () => {
    const problemsOf = (folder: string, name: RegExp, english: string): string[] =>
      readdirSync(join(root, folder)).flatMap((file) =>
        name.test(file) ? translationProblems(readTexts(english), readTexts(`${folder}/${file}`)).map((problem) => `${file}: ${problem}`) : [],
      );
    assert.deepEqual(
      [
        ...problemsOf('media/l10n', /^bundle\.l10n\.[\w-]+\.json$/, 'media/l10n/bundle.l10n.json'),
        ...problemsOf('.', /^package\.nls\.[\w-]+\.json$/, 'package.nls.json'),
      ],
      [],
    );
  });
});

describe('textsIn', () => {
  it('finds what the editor looks up, with its line and number of values', () => {
    assert.deepEqual(found('src/editor/a.ts', "const a = 1;\nvscode.l10n.t('Open {0}', a);\nl10n.t(`Close`);"), [
      ['Open {0}', 'src/editor/a.ts:2', 1],
      ['Close', 'src/editor/a.ts:3', 0],
    ]);
  });

  it('finds what the panel looks up within templates, by the function of l10n.ts alone', () => {
    assert.deepEqual(found('src/panel/a.ts', `${panelImport}html\`<p>\${t('Cards')} \${f(t('{0} due', 1))}</p>\`;`), [
      ['Cards', 'src/panel/a.ts:2', 0],
      ['{0} due', 'src/panel/a.ts:2', 1],
    ]);
    assert.deepEqual(found('src/panel/a.ts', "import { t as told } from '../l10n';\ntold('Cards'); t('no text');"), [['Cards', 'src/panel/a.ts:2', 0]]);
    assert.deepEqual(found('src/panel/a.ts', "import { t } from './time';\nt('no text');"), []);
  });

  it('finds what the mock exam hands over, but for the messages of errors', () => {
    const source = "const a = { text: 'Give {0} to {1}.', values: [1, 2] };\nconst b = ['Half exam', 'half', 'Exam'];\nthrow new RangeError('It is over.');";
    assert.deepEqual(found('src/study/mockExamScore.ts', source), [
      ['Give {0} to {1}.', 'src/study/mockExamScore.ts:1', 2],
      ['Half exam', 'src/study/mockExamScore.ts:2', undefined],
    ]);
    assert.deepEqual(found('src/study/queue.ts', source), []);
  });

  it('takes braces of other kinds for text', () => {
    assert.deepEqual(problemsIn('src/editor/a.ts', 'vscode.l10n.t(\'Write { "kind": "due" }.\');'), []);
  });

  for (const [name, path, source] of [
    ['a name', 'src/editor/a.ts', 'vscode.l10n.t(text);'],
    ['a template with values in it', 'src/editor/a.ts', 'vscode.l10n.t(`${count} cards`);'],
    ['a choice of two texts', 'src/panel/a.ts', `${panelImport}t(one ? 'card' : 'cards');`],
    ['nothing', 'src/panel/a.ts', `${panelImport}t();`],
    ['a name that another file may pass on', 'src/editor/hover.ts', 'vscode.l10n.t(preset.title);'],
  ] as const) {
    it(`reports ${name} in the place of the text, with file and line`, () => {
      const [problem = '', ...more] = problemsIn(path, source);
      assert.deepEqual(more, []);
      assert.match(problem, new RegExp(`^${path}:${source.split('\n').length}: .* needs the whole text`));
    });
  }

  it('lets the named files pass on the texts of the mock exam', () => {
    assert.deepEqual(textsIn('src/editor/mockExamChoice.ts', 'vscode.l10n.t(text, ...values); vscode.l10n.t(preset.title);'), { texts: [], problems: [] });
  });

  for (const [source, right] of [
    ["'{0} of {1}', 1, 2", true],
    ["'{1} of {0} {0}', 1, 2", true],
    ["'{0} of {1}', ...both", true],
    ["'{0} of {1}', 1", false],
    ["'{0} of 2', 1, 2", false],
    ["'{1} of 2', 1", false],
    ["'none', 1", false],
  ] as const) {
    it(`${right ? 'accepts' : 'reports'} the placeholders of ${source}`, () => {
      assert.equal(problemsIn('src/editor/a.ts', `vscode.l10n.t(${source});`).length, right ? 0 : 1);
    });
  }
});

describe('bundleOf', () => {
  it('holds each text once, sorted', () => {
    const { texts } = textsIn('src/editor/a.ts', "l10n.t('b'); l10n.t('a'); l10n.t('b');");
    assert.equal(JSON.stringify(bundleOf(texts)), '{"a":"a","b":"b"}');
  });
});

describe('untranslatedIn', () => {
  const texts = (source: string): string[] => untranslatedIn('src/panel/a.ts', source).map((line) => /^src\/panel\/a\.ts:1: "(.*)" is/.exec(line)?.[1] ?? line);

  it('sees texts and read attributes of templates', () => {
    assert.deepEqual(texts('html`<p class="due">Due <b title="Card now">${name}</b></p>`'), ['Due', '\\"Card now\\"']);
    assert.deepEqual(texts('svg`<text aria-label=${label}>${count} cards</text>`'), ['... cards']);
  });

  it('sees literals that templates put in where they are shown', () => {
    assert.deepEqual(texts("html`<p class=${on ? 'wide' : 'narrow'}>${on ? 'due' : t('new')}</p>`"), ['due']);
    assert.deepEqual(texts("html`<p title=${on ? 'due' : ''} id=${'some'} aria-label=\"${'x'}: ${'card'}\"></p>`"), ['due', 'card']);
  });

  it('sees what is given to VS Code', () => {
    assert.deepEqual(texts("pick({ title: 'Open', id: 'open', detail: on ? `${n} cards` : '' }); picker.placeholder = 'Which?';"), [
      'Open',
      '... cards',
      'Which?',
    ]);
    assert.deepEqual(texts("void vscode.window.showErrorMessage('Failed.'); new vscode.TreeItem(`${n} due`); log('failed');"), ['Failed.', '... due']);
  });

  it('passes over what is looked up, names of icons, figures and the name of the extension', () => {
    assert.deepEqual(texts("pick({ title: vscode.l10n.t('Open'), label: `$(book) ${name}`, description: `${share}%`, detail: 'StackDrill' });"), []);
    assert.deepEqual(texts("html`<p title=${t('Card')}>${t('Due')}: 5 % &nbsp; <kbd>U</kbd></p>`"), []);
  });
});

describe('manifestProblems', () => {
  const manifest = (title: string): string => JSON.stringify({ contributes: { commands: [{ command: 'stackdrill.cards', title, category: 'StackDrill' }] } });

  it('finds none where every key has its text', () => {
    assert.deepEqual(manifestProblems(manifest('%command.cards.title%'), { 'command.cards.title': 'Cards' }), []);
  });

  it('finds keys without a text, texts without a key, and texts that are written out', () => {
    assert.deepEqual(manifestProblems(manifest('%a%'), { b: 'Cards' }), [
      'package.nls.json has no "a", which package.json names.',
      'package.json does not name "b" of package.nls.json.',
    ]);
    assert.deepEqual(manifestProblems(manifest('Cards'), {}), ['package.json: move "Cards" to package.nls.json and name its key, as "%key%".']);
  });
});

describe('translationProblems', () => {
  const english = { '{0} of {1}': '{0} of {1}', Cards: 'Cards' };

  it('finds none in a complete translation, in whatever order its placeholders stand', () => {
    assert.deepEqual(translationProblems(english, { Cards: 'Karten', '{0} of {1}': 'von {1} {0}' }), []);
  });

  it('finds what is missing, what is no text any more, and other placeholders', () => {
    assert.deepEqual(translationProblems(english, { '{0} of {1}': '{0} von 2', Card: 'Karte' }), [
      '"Cards" is not translated.',
      '"{0} of {1}" has other placeholders in its translation "{0} von 2".',
      '"Card" is no text of StackDrill any more.',
    ]);
  });
});
