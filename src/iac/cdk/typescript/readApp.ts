import type { Node, Tree } from 'web-tree-sitter';
import type { Resource, Template, TemplateProblem } from '../../model';
import type { ResourceTypes } from '../../resourceTypes';
import { buildResource } from '../buildResource';
import { ExpressionReader } from './expressions';
import { moduleOfExport, readImports, type ImportedClass, type Imports } from './imports';
import { argumentsOf, spanOf } from './spans';

interface Instantiation {
  readonly node: Node;
  readonly constructor: Node;
  readonly imported: ImportedClass;
  readonly holder: string | undefined;
}

/**
 * Makes a Template of a CDK app or stack in TypeScript: each `new` of a construct that takes a scope and an id.
 * Look-ups such as `Bucket.fromBucketName` own nothing and are no resources.
 */
export function readApp(tree: Tree, types: ResourceTypes): Template {
  const root = tree.rootNode;
  const imports = readImports(root);
  const instantiations: Instantiation[] = [];
  for (const node of root.descendantsOfType('new_expression')) {
    const constructor = node.childForFieldName('constructor');
    const imported = constructor && importedClass(constructor, imports);
    if (imported) instantiations.push({ node, constructor, imported, holder: holderOf(node) });
  }
  const holders = new Set(instantiations.flatMap(({ holder }) => (holder === undefined ? [] : [holder])));
  const reader = new ExpressionReader(constantsIn(root), imports, holders);
  return {
    kind: 'cdk',
    language: 'typescript',
    resources: instantiations.flatMap((instantiation) => readInstantiation(instantiation, reader, types)),
    parameters: new Map(),
    problems: root.hasError ? [syntaxProblem(root)] : [],
  };
}

function readInstantiation({ node, constructor, imported, holder }: Instantiation, reader: ExpressionReader, types: ResourceTypes): Resource[] {
  const [scope, idNode, propsNode] = argumentsOf(node);
  if (!scope || !idNode || !/^(this|identifier|member_expression|call_expression|non_null_expression|new_expression)$/.test(scope.type)) return [];
  const id = constructId(idNode, reader);
  if (id === undefined) return [];
  const resource = buildResource({
    id,
    idSpan: spanOf(idNode),
    span: spanOf(node),
    classSpan: spanOf(constructor.childForFieldName('property') ?? constructor),
    imported,
    props: propsNode && reader.read(propsNode),
    propsSpan: propsNode ? spanOf(propsNode) : { start: node.endIndex, end: node.endIndex },
    holder,
    types,
  });
  return resource ? [resource] : [];
}

/** An id is text; one that is put together when the app runs is shown as it is written. */
function constructId(node: Node, reader: ExpressionReader): string | undefined {
  const expression = reader.read(node);
  if (expression.kind === 'literal' && typeof expression.value === 'string') return expression.value;
  switch (node.type) {
    case 'template_string':
    case 'binary_expression':
    case 'identifier':
    case 'member_expression':
    case 'call_expression':
      return node.text.replace(/^`(.*)`$/s, '$1').slice(0, 80);
    default:
      return undefined;
  }
}

function importedClass(constructor: Node, imports: Imports): ImportedClass | undefined {
  if (constructor.type === 'identifier') return imports.classes.get(constructor.text);
  if (constructor.type !== 'member_expression') return undefined;
  const name = constructor.childForFieldName('property')?.text;
  const owner = constructor.childForFieldName('object');
  if (name === undefined || !owner) return undefined;
  if (owner.type === 'identifier') {
    const module = imports.namespaces.get(owner.text);
    return module === undefined ? undefined : { module, name };
  }
  if (owner.type !== 'member_expression') return undefined;
  const module = imports.namespaces.get(owner.childForFieldName('object')?.text ?? '');
  const inner = owner.childForFieldName('property')?.text ?? '';
  if (module === undefined) return undefined;
  return { module: module === '' ? (moduleOfExport(inner) ?? inner) : `${module}.${inner}`, name };
}

/** `queue` of `const queue = new ...`, `this.queue` of `this.queue = new ...`. */
function holderOf(node: Node): string | undefined {
  const parent = node.parent;
  switch (parent?.type) {
    case 'variable_declarator':
      return parent.childForFieldName('name')?.text;
    case 'assignment_expression':
      return parent.childForFieldName('left')?.text;
    case 'public_field_definition':
      return `this.${parent.childForFieldName('name')?.text ?? ''}`;
    default:
      return undefined;
  }
}

/** Names declared by `const` exactly once in the file, with their initial values. */
function constantsIn(root: Node): Map<string, Node> {
  const constants = new Map<string, Node>();
  const declared = new Set<string>();
  for (const declarator of root.descendantsOfType('variable_declarator')) {
    const name = declarator.childForFieldName('name');
    const value = declarator.childForFieldName('value');
    if (name?.type !== 'identifier') continue;
    if (value && !declared.has(name.text) && declarator.parent?.child(0)?.text === 'const') constants.set(name.text, value);
    else constants.delete(name.text);
    declared.add(name.text);
  }
  for (const name of boundNames(root)) constants.delete(name);
  return constants;
}

/** Names that parameters, loops and destructuring bind: a constant of the same name may be hidden by one. */
function* boundNames(root: Node): Generator<string> {
  for (const parameter of root.descendantsOfType(['required_parameter', 'optional_parameter', 'arrow_function', 'for_in_statement'])) {
    const bound = parameter.childForFieldName(parameter.type === 'arrow_function' ? 'parameter' : parameter.type === 'for_in_statement' ? 'left' : 'pattern');
    if (bound?.type === 'identifier') yield bound.text;
  }
  for (const pattern of root.descendantsOfType(['object_pattern', 'array_pattern'])) {
    for (const bound of pattern.descendantsOfType(['shorthand_property_identifier_pattern', 'identifier'])) yield bound.text;
  }
}

function syntaxProblem(root: Node): TemplateProblem {
  const broken = root.descendantsOfType('ERROR')[0];
  return { start: broken?.startIndex ?? 0, end: broken?.endIndex ?? 0, message: 'TypeScript: a part of this file could not be read.' };
}
