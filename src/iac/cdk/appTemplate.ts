import type { Node } from 'web-tree-sitter';
import type { CdkLanguage, Template, TemplateProblem } from '../model';
import type { ResourceTypes } from '../resourceTypes';
import { buildResource, type ConstructUse } from './buildResource';
import { withLaterChanges } from './laterChanges';

const languageNames: Readonly<Record<CdkLanguage, string>> = {
  typescript: 'TypeScript',
  tsx: 'TSX',
  javascript: 'JavaScript',
  python: 'Python',
  java: 'Java',
  csharp: 'C#',
  go: 'Go',
};

/** Makes a Template of the constructs that an app in any language makes, in the order of its source. */
export function appTemplate(language: CdkLanguage, root: Node, uses: readonly ConstructUse[], types: ResourceTypes): Template {
  const resources = uses.flatMap((use) => buildResource(use, types) ?? []);
  return {
    kind: 'cdk',
    language,
    resources: withLaterChanges(resources, root.text, types),
    parameters: new Map(),
    problems: root.hasError ? [syntaxProblem(root, language)] : [],
  };
}

function syntaxProblem(root: Node, language: CdkLanguage): TemplateProblem {
  const broken = root.descendantsOfType('ERROR')[0];
  return { start: broken?.startIndex ?? 0, end: broken?.endIndex ?? 0, message: `${languageNames[language]}: a part of this file could not be read.` };
}
