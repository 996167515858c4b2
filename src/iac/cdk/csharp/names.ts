import type { Node } from 'web-tree-sitter';
import type { ResourceTypes } from '../../resourceTypes';
import { ClassNames, type LibraryClass } from '../jsii/classNames';
import { isListedModule, moduleOfLetters } from '../jsii/moduleNames';
import type { ImportedClass } from '../names';

/** So many names make a namespace of the CDK at most: `AWS.Lambda.Python.Alpha`. */
const longestNamespace = 4;

/** Reads the `using` directives of a source file, and which types it declares itself. */
export function readNames(root: Node, types: ResourceTypes): ClassNames {
  const directives = root.descendantsOfType('using_directive');
  const aliases = new Map<string, string[]>();
  for (const directive of directives) {
    const alias = directive.childForFieldName('name')?.text;
    if (alias !== undefined) aliases.set(alias, pathOf(directive.namedChildren.at(-1)));
  }
  const libraryClass: LibraryClass = ([first = '', ...rest]) => classFromRoot([...(aliases.get(first) ?? [first]), ...rest]);
  const names = new ClassNames(types, libraryClass);
  for (const [alias, path] of aliases) if (!classFromRoot(path)) names.addForeign(alias);
  for (const directive of directives) if (!directive.childForFieldName('name')) readUsing(directive, names);
  const declarations = ['class_declaration', 'record_declaration', 'struct_declaration', 'interface_declaration', 'enum_declaration'];
  for (const declaration of root.descendantsOfType(declarations)) names.addForeign(declaration.childForFieldName('name')?.text ?? '');
  return names;
}

function readUsing(directive: Node, names: ClassNames): void {
  const found = classFromRoot(pathOf(directive.namedChildren.at(-1)));
  if (!found) return;
  if (found.name === '') names.importModule(found.module);
  else if (directive.children.some((child) => child.type === 'static')) names.importMembersOf(found.name);
}

/** A name of the CDK's library from its root: the longest namespace in front, then a class with its members. */
function classFromRoot([vendor, library, ...rest]: readonly string[]): ImportedClass | undefined {
  if (vendor !== 'Amazon' || library !== 'CDK') return undefined;
  for (let length = Math.min(rest.length, longestNamespace); length > 0; length--) {
    const namespace = rest.slice(0, length);
    const module = isNamespace(namespace) ? moduleOfLetters(namespace.join('').toLowerCase()) : undefined;
    if (module !== undefined) return { module, name: rest.slice(length).join('.') };
  }
  return rest[0] === 'AWS' ? undefined : { module: '', name: rest.join('.') };
}

/** `AWS.S3`, `AWS.Lambda.Nodejs`, `AWS.Glue.Alpha`, `AwsBedrock`. */
function isNamespace(names: readonly string[]): boolean {
  const ofService = names[0] === 'AWS' && (names.length === 2 || (names.length === 3 && names[2] === 'Alpha'));
  const inOneWord = names.length === 1 && /^Aws[A-Z]/.test(names[0] ?? '');
  return ofService || inOneWord || isListedModule(names.join('').toLowerCase());
}

/** A class that has a member of its own name is marked so in C#: `Instance_` is `Instance`. */
function withoutMark(name: string): string {
  return /^[A-Z]\w*[a-z]_$/.test(name) ? name.slice(0, -1) : name;
}

/** The names of a dotted path, as far as it is nothing else: `S3.BucketEncryption.KMS`. */
export function pathOf(node: Node | null | undefined): string[] {
  const path: string[] = [];
  let at = node;
  while (at) {
    switch (at.type) {
      case 'identifier':
      case 'this':
        return [at.text, ...path].map(withoutMark);
      case 'qualified_name':
        path.unshift(at.childForFieldName('name')?.text ?? '');
        at = at.childForFieldName('qualifier');
        break;
      case 'member_access_expression':
        path.unshift(at.childForFieldName('name')?.text ?? '');
        at = at.childForFieldName('expression');
        break;
      case 'alias_qualified_name':
        return [at.childForFieldName('name')?.text ?? '', ...path].map(withoutMark);
      case 'generic_name':
        at = at.namedChildren[0];
        break;
      case 'nullable_type':
        at = at.childForFieldName('type');
        break;
      case 'postfix_unary_expression':
        // `bucket!` is the bucket.
        at = at.namedChildren[0];
        break;
      default:
        return [];
    }
  }
  return [];
}
