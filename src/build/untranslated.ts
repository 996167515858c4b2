import * as ts from 'typescript';
import { placeOf } from './texts';

/** Attributes whose value is read out or shown. */
const attribute = String.raw`\s(?:title|label|alt|placeholder|aria-label|aria-description|aria-roledescription|aria-valuetext)\s*=\s*`;
const attributeValues = new RegExp(`${attribute}("[^"]*"|'[^']*'|[^\\s>]+)`, 'g');
/** The start of a template up to a place where what is put in is the value of such an attribute. */
const attributeStart = new RegExp(`${attribute}(?:["'][^"']*)?$`);
/** Properties of VS Code's objects that are shown. */
const shownProperties = new Set([
  'title',
  'label',
  'description',
  'detail',
  'tooltip',
  'placeHolder',
  'placeholder',
  'prompt',
  'message',
  'openLabel',
  'saveLabel',
]);
/** Calls and constructors of VS Code whose texts are shown. */
const shownBy = /(?:^|\.)(?:show(?:Information|Warning|Error)Message|TreeItem|CodeAction|Diagnostic|InlayHint)$/;
/** Stands for what a template puts in. */
const hole = '\0';

/** Texts that are shown but are not looked up, one line each, beginning with the place. It sees the templates of the panel and what is given to VS Code directly. */
export function untranslatedIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node, text: string): void => {
    found.push(`${placeOf(node, file)}: ${JSON.stringify(text.trim().replaceAll(hole, '...'))} is not looked up.`);
  };
  const visit = (node: ts.Node): void => {
    if (isMarkup(node, file)) {
      for (const text of shownIn(textOf(node.template))) if (isProse(text)) report(node, text);
    }
    for (const value of [...shownValues(node, file), ...putIn(node, file)]) if (isProse(textOf(value))) report(value, textOf(value));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isMarkup(node: ts.Node, file: ts.SourceFile): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText(file));
}

/** Literals that a template puts between its tags, or into an attribute that is read. */
function putIn(node: ts.Node, file: ts.SourceFile): (ts.StringLiteralLike | ts.TemplateExpression)[] {
  if (!isMarkup(node, file) || !ts.isTemplateExpression(node.template)) return [];
  let start = node.template.head.text;
  return node.template.templateSpans.flatMap(({ expression, literal }) => {
    const isShown = start.lastIndexOf('<') <= start.lastIndexOf('>') || attributeStart.test(start);
    start += hole + literal.text;
    return isShown ? literalsOf(expression) : [];
  });
}

/** The texts between a template's tags, and the values of attributes that are read. */
function shownIn(markup: string): string[] {
  return (markup.match(/<[^>]*>|[^<]+/g) ?? []).flatMap((part) =>
    part.startsWith('<') ? [...part.matchAll(attributeValues)].map(([, value = '']) => value) : [part],
  );
}

/** Literals that a node gives to VS Code to be shown. */
function shownValues(node: ts.Node, file: ts.SourceFile): (ts.StringLiteralLike | ts.TemplateExpression)[] {
  if (ts.isPropertyAssignment(node)) return shownProperties.has(node.name.getText(file)) ? literalsOf(node.initializer) : [];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return ts.isPropertyAccessExpression(node.left) && shownProperties.has(node.left.name.text) ? literalsOf(node.right) : [];
  }
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && shownBy.test(node.expression.getText(file))) return (node.arguments ?? []).flatMap(literalsOf);
  return [];
}

/** What an expression comes to where that is a literal, in all its branches. */
function literalsOf(node: ts.Expression): (ts.StringLiteralLike | ts.TemplateExpression)[] {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return [node];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return ts.isBinaryExpression(node) ? [...literalsOf(node.left), ...literalsOf(node.right)] : [];
}

function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(hole) : node.text;
}

/** Whether a text has a word beside the names of icons and of StackDrill. */
function isProse(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(/\$\([\w-]+\)|StackDrill|&\w+;/g, ' '));
}
