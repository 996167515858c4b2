import type { Node } from 'web-tree-sitter';
import type { ResourceTypes } from '../../resourceTypes';
import { ClassNames } from '../jsii/classNames';
import { moduleOfLetters } from '../jsii/moduleNames';
import type { ImportedClass } from '../names';

const library = ['software', 'amazon', 'awscdk'];

/** Reads the imports of a source file, and which classes it declares itself. */
export function readNames(root: Node, types: ResourceTypes): ClassNames {
  const names = new ClassNames(types, libraryClass);
  for (const statement of root.namedChildren) if (statement.type === 'import_declaration') readImport(statement, names);
  for (const declaration of root.descendantsOfType(['class_declaration', 'record_declaration', 'interface_declaration', 'enum_declaration'])) {
    names.addForeign(declaration.childForFieldName('name')?.text ?? '');
  }
  return names;
}

function readImport(statement: Node, names: ClassNames): void {
  const path = pathOf(statement.namedChildren.find((child) => child.type === 'scoped_identifier'));
  const isStatic = statement.children.some((child) => child.type === 'static');
  const isWildcard = statement.namedChildren.some((child) => child.type === 'asterisk');
  const last = path.at(-1) ?? '';
  const found = libraryClass(path);
  if (!found) {
    if (!isWildcard) names.addForeign(last);
  } else if (isWildcard) {
    if (found.name === '') names.importModule(found.module);
    else if (isStatic) names.importMembersOf(found.name);
  } else {
    names.importClass(last, found);
    if (isStatic) names.importMember(last, found.name);
  }
}

/** A name of the CDK's library from its root: packages are written small there, classes begin with a capital. */
function libraryClass(path: readonly string[]): ImportedClass | undefined {
  if (library.some((name, index) => path[index] !== name)) return undefined;
  const rest = path.slice(library.length);
  const end = rest.findIndex((name) => /^[A-Z]/.test(name));
  const packages = end < 0 ? rest : rest.slice(0, end);
  const module = moduleOfPackages(packages);
  return module === undefined ? undefined : { module, name: end < 0 ? '' : rest.slice(end).join('.') };
}

function moduleOfPackages([first = '', ...rest]: readonly string[]): string | undefined {
  if (first === '' || (first === 'core' && rest.length === 0)) return '';
  return moduleOfLetters([first === 'services' ? 'aws' : first, ...rest].join('').replaceAll('_', ''));
}

/** The names of a dotted path, as far as it is nothing else: `CfnBucket.VersioningConfigurationProperty`. */
export function pathOf(node: Node | null | undefined): string[] {
  const path: string[] = [];
  let at = node;
  while (at) {
    switch (at.type) {
      case 'identifier':
      case 'type_identifier':
      case 'this':
        return [at.text, ...path];
      case 'scoped_identifier':
        path.unshift(at.childForFieldName('name')?.text ?? '');
        at = at.childForFieldName('scope');
        break;
      case 'field_access':
        path.unshift(at.childForFieldName('field')?.text ?? '');
        at = at.childForFieldName('object');
        break;
      case 'scoped_type_identifier':
        path.unshift(at.namedChildren.at(-1)?.text ?? '');
        at = at.namedChildren[0];
        break;
      case 'generic_type':
        at = at.namedChildren[0];
        break;
      default:
        return [];
    }
  }
  return [];
}
