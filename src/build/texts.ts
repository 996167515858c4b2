import * as ts from 'typescript';

/** A text that is looked up in the bundle of a language. */
export interface Text {
  readonly text: string;
  /** `src/panel/noteView.ts:12`. */
  readonly place: string;
  /** How many values are put into it; nothing where that is not known. */
  readonly values: number | undefined;
}

/** What a file has to translate, and what is wrong in it: one line each, beginning with the place. */
export interface Texts {
  readonly texts: readonly Text[];
  readonly problems: readonly string[];
}

/** Look-ups whose text comes from elsewhere, by file: the mock exam's engine has those texts, and `handedOver` finds them there. */
const passedOn: Readonly<Record<string, readonly string[]>> = {
  'src/editor/mockExamChoice.ts': ['text', 'title', 'preset.title', 'clockRules.exam', 'clockRules.practice'],
  'src/editor/activities/mockExamHistoryActivity.ts': ['title'],
  'src/editor/activities/mockExamStartActivity.ts': ['clockRules[mode]'],
};

/** The files of that engine. */
const handsOver = /^src\/study\/mockExam\w*\.ts$/;

/** The files, relative to the root and with `/`, that have texts. */
export function mayHaveTexts(path: string): boolean {
  return path === 'src/extension.ts' || /^src\/(?:editor|panel)\/.*\.ts$/.test(path) || handsOver.test(path);
}

/** The texts of a file: of the panel (`t` of `l10n.ts`), of the editor (`vscode.l10n.t`), or of the mock exam's engine. `path` is relative to the root, with `/`. */
export function textsIn(path: string, source: string): Texts {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const looksUp = lookUpOf(file);
  const texts: Text[] = [];
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && looksUp(node.expression)) {
      const [first, ...values] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) {
        texts.push({ text: first.text, place: placeOf(node, file), values: values.some(ts.isSpreadElement) ? undefined : values.length });
      } else if (!passedOn[path]?.includes(first?.getText(file) ?? '')) {
        problems.push(`${placeOf(node, file)}: ${node.getText(file)} needs the whole text as its first argument, with {0}, {1} for its values.`);
      }
    }
    if (handsOver.test(path) && ts.isStringLiteralLike(node) && isHandedOver(node)) {
      texts.push({ text: node.text, place: placeOf(node, file), values: valuesBeside(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { texts, problems: [...problems, ...texts.flatMap(misnumbered)] };
}

/** What `media/l10n/bundle.l10n.json` holds: each text by itself, sorted. */
export function bundleOf(texts: readonly Text[]): Record<string, string> {
  return Object.fromEntries([...new Set(texts.map(({ text }) => text))].sort().map((text) => [text, text]));
}

/** What is wrong between `package.json` and `package.nls.json`: a key without a text, a text without a key, a text that is written out. */
export function manifestProblems(manifest: string, texts: Readonly<Record<string, string>>): string[] {
  const keys = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key));
  return [
    ...[...keys].flatMap((key) => (texts[key] === undefined ? [`package.nls.json has no "${key}", which package.json names.`] : [])),
    ...Object.keys(texts).flatMap((key) => (keys.has(key) ? [] : [`package.json does not name "${key}" of package.nls.json.`])),
    ...writtenOut(JSON.parse(manifest)).map((text) => `package.json: move ${JSON.stringify(text)} to package.nls.json and name its key, as "%key%".`),
  ];
}

/** What is wrong in a translation of the bundle or of `package.nls.json`. */
export function translationProblems(english: Readonly<Record<string, string>>, translated: Readonly<Record<string, string>>): string[] {
  return [
    ...Object.keys(english).flatMap((key) => (translated[key] === undefined ? [`"${key}" is not translated.`] : [])),
    ...Object.entries(translated).flatMap(([key, text]) => {
      const original = english[key];
      if (original === undefined) return [`"${key}" is no text of StackDrill any more.`];
      return placeholders(original).join() === placeholders(text).join() ? [] : [`"${key}" has other placeholders in its translation "${text}".`];
    }),
  ];
}

/** Tells calls that look a text up: in the panel `t` counts only where it is that of `l10n.ts`. */
function lookUpOf(file: ts.SourceFile): (callee: ts.Expression) => boolean {
  const names = file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier) || !/^\.\.?\/l10n$/.test(statement.moduleSpecifier.text))
      return [];
    const bindings = statement.importClause?.namedBindings;
    const imported = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    return imported.filter(({ name, propertyName }) => (propertyName ?? name).text === 't').map(({ name }) => name.text);
  });
  return (callee) => {
    if (ts.isIdentifier(callee)) return names.includes(callee.text);
    return ts.isPropertyAccessExpression(callee) && callee.name.text === 't' && /^(?:vscode\.)?l10n$/.test(callee.expression.getText(file));
  };
}

/** In the engine, what begins like a sentence and has a blank is for the learner, but for the messages of errors. */
function isHandedOver(node: ts.StringLiteralLike): boolean {
  return /^\p{Lu}.* /u.test(node.text) && !ts.isNewExpression(node.parent);
}

/** How many values stand beside the text of `{ text, values }`. */
function valuesBeside({ parent }: ts.Node): number | undefined {
  if (!ts.isPropertyAssignment(parent)) return undefined;
  const values = parent.parent.properties.find((property) => property.name?.getText() === 'values');
  return values && ts.isPropertyAssignment(values) && ts.isArrayLiteralExpression(values.initializer) ? values.initializer.elements.length : undefined;
}

/** A problem where the placeholders are not `{0}` to the last of the values. */
function misnumbered({ text, place, values }: Text): string[] {
  const used = placeholders(text);
  if (values === undefined || (used.length === values && used.every((index, at) => index === at))) return [];
  return [`${place}: "${text}" needs the placeholders from {0} on, one for each of its ${values} values.`];
}

/** The indices of `{0}`, `{1}` ... in a text, each once, in order. */
function placeholders(text: string): number[] {
  return [...new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, index]) => Number(index)))].sort((one, other) => one - other);
}

/** Properties of `package.json` that VS Code shows, where what they hold is a text and no name. */
const shown = new Set(['title', 'name', 'contents', 'description', 'markdownDescription', 'patternErrorMessage', 'markdownDeprecationMessage']);

function writtenOut(manifest: unknown): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      if (typeof inner !== 'string') return texts(inner);
      return shown.has(key) && !/^(?:%.+%|StackDrill)$/.test(inner) ? [inner] : [];
    });
  };
  return texts((manifest as { contributes?: unknown }).contributes);
}

export function placeOf(node: ts.Node, file: ts.SourceFile): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}
