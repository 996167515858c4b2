import type { Node } from 'web-tree-sitter';
import { moduleOfLetters } from '../jsii/moduleNames';

/** Which package names of a source file in Go stand for the CDK's modules. */
export interface GoImports {
  readonly modules: ReadonlyMap<string, string>;
  /** Name of the package of helpers that make pointers, `jsii`. */
  readonly helpers: ReadonlySet<string>;
}

export function readImports(root: Node): GoImports {
  const modules = new Map<string, string>();
  const helpers = new Set<string>();
  for (const specification of root.descendantsOfType('import_spec')) {
    const path = (specification.childForFieldName('path')?.text ?? '').slice(1, -1);
    const name = specification.childForFieldName('name')?.text ?? packageOf(path);
    const module = cdkModuleOf(path);
    if (module !== undefined) modules.set(name, module);
    else if (path.startsWith('github.com/aws/jsii-runtime-go')) helpers.add(name);
  }
  return { modules, helpers };
}

/** A package is called by the last part of its path that is no version; that of `jsii-runtime-go` is `jsii`. */
function packageOf(path: string): string {
  const name = path.split('/').findLast((part) => !/^v\d+$/.test(part)) ?? '';
  return name === 'jsii-runtime-go' ? 'jsii' : name;
}

/** `github.com/aws/aws-cdk-go/awscdk/v2/awss3` and `.../awscdklambdagoalpha/v2`; nothing for other packages. */
function cdkModuleOf(path: string): string | undefined {
  const match = /^github\.com\/aws\/aws-cdk-go\/awscdk(\w*)(?:\/v\d+)?(?:\/([\w/]+))?$/.exec(path);
  if (!match) return undefined;
  const [, alpha = '', inner = ''] = match;
  if (alpha !== '') return moduleOfLetters(`aws${alpha}${inner}`);
  return inner === '' ? '' : moduleOfLetters(inner.replaceAll('/', ''));
}
