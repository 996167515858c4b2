import type { CdkLanguage } from './model';

/** Larger files are not read: a template that CloudFormation takes has at most 1 MB. In UTF-16 code units. */
export const maxTemplateLength = 2 * 1024 * 1024;

export type Detection = { kind: 'cloudformation'; language: 'yaml' | 'json' } | { kind: 'cdk'; language: CdkLanguage };

const resourceType = /(?:AWS|Alexa|Custom)::\w/;
const resourcesInYaml = /^\uFEFF?(?:Resources|"Resources"|'Resources')[ \t]*:/m;
const resourcesInJson = /"Resources"\s*:\s*\{/;

/** Each import of the CDK, in whichever language, holds one of these. */
const cdkName = /aws[-_]?cdk|Amazon\.CDK/;

/** How an app in each language imports the CDK. Kotlin, which imports as Java does, needs no semicolon. */
const cdkImports = {
  typescript: /^\uFEFF?(?:(?:import\b[^\n`]*|[\w$*{}, \t]*)\bfrom\s*|[^\n`#/]*\brequire[ \t]*\(\s*)(['"])(?:aws-cdk-lib\b|@aws-cdk\/)/gm,
  python: /^\uFEFF?(?:from[ \t]+aws_cdk(?:\.[\w.]+)?[ \t]+import\b|import[ \t]+(?:[\w.]+(?:[ \t]+as[ \t]+\w+)?[ \t]*,[ \t]*)*aws_cdk\b)/gm,
  java: /^\uFEFF?import[ \t]+(?:static[ \t]+)?software\.amazon\.awscdk\.[\w.]*\*?[ \t]*;/gm,
  csharp: /^\uFEFF?[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+)?(?:\w+[ \t]*=[ \t]*)?Amazon\.CDK\b[\w.]*[ \t]*;/gm,
  go: /^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"github\.com\/aws\/aws-cdk-go\/awscdk\b/gm,
} as const;

/**
 * Says from its content whether a file is a CloudFormation (or SAM) template or a CDK app, and in which language.
 * `hint`, a language id of the editor or a file's name, only tells TypeScript, TSX and JavaScript apart. Costs a
 * few searches over the text, so it may run on any file.
 */
export function detect(text: string, hint?: string): Detection | undefined {
  const first = text.slice(0, 4096).replace('\uFEFF', '').trimStart()[0];
  // An app may hold a template as a text, but no template holds an import outside of one.
  const language = first !== '{' && cdkName.test(text) ? cdkLanguageOf(text) : undefined;
  if (language) return { kind: 'cdk', language: language === 'typescript' ? scriptLanguage(hint) : language };
  if (resourceType.test(text)) {
    if (first === '{') return resourcesInJson.test(text) ? { kind: 'cloudformation', language: 'json' } : undefined;
    if (resourcesInYaml.test(text) || hasIndentedResources(text)) return { kind: 'cloudformation', language: 'yaml' };
  }
  return undefined;
}

/** A document of YAML may begin with a space or two before each of its keys. */
function hasIndentedResources(text: string): boolean {
  const indent = /^(?:[ \t]*(?:#[^\n]*|---[^\n]*)?\r?\n)*( +)[\w"']/.exec(text.slice(0, 4096))?.[1];
  return indent !== undefined && new RegExp(`^${indent}["']?Resources["']?[ \\t]*:`, 'm').test(text);
}

/** The language of the first import of the CDK; source of one language may quote another one in a text. */
function cdkLanguageOf(text: string): keyof typeof cdkImports | undefined {
  const fences = [...text.matchAll(/^[ \t]*(?:```|~~~)/gm)].map(({ index }) => index);
  const firstKey = text.search(/^[\w-]+:(?:[ \t]|\r?$)/m);
  let found: keyof typeof cdkImports | undefined;
  let end = text.length;
  for (const language of ['typescript', 'python', 'java', 'csharp', 'go'] as const) {
    let passed = 0;
    for (const { index } of text.matchAll(cdkImports[language])) {
      if (index >= end) break;
      while ((fences[passed] ?? end) < index) passed++;
      const inFence = passed % 2 === 1;
      // Indented below a key, it is a text in YAML.
      const belowKey = language === 'typescript' && text[index] === ' ' && firstKey >= 0 && firstKey < index;
      if (inFence || belowKey) continue;
      found = language;
      end = index;
      break;
    }
  }
  return found;
}

function scriptLanguage(hint = ''): CdkLanguage {
  if (/(?:^|\.)(?:tsx|typescriptreact)$/i.test(hint)) return 'tsx';
  return /(?:^|\.)(?:[cm]?jsx?|javascript|javascriptreact)$/i.test(hint) ? 'javascript' : 'typescript';
}
