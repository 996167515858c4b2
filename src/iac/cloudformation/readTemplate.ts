import { entryOf, unreadTag, type MappingEntry, type SyntaxNode, type SyntaxTree } from '../../syntax/node';
import type { MapValue, Parameter, Property, Resource, Template, TemplateLanguage, Value } from '../model';
import { IntrinsicReader } from './intrinsics';

/**
 * Makes a Template of a CloudFormation or SAM document, already parsed. Every document of a YAML stream is
 * read; one without `Resources` adds nothing.
 */
export function readTemplate(tree: SyntaxTree, language: TemplateLanguage): Template {
  return {
    kind: 'cloudformation',
    language,
    resources: tree.documents.flatMap((document) => readResources(document)),
    problems: tree.problems,
    parameters: new Map(tree.documents.flatMap(readParameters)),
    ...(tree.documents.some(isOpen) ? { open: true } : {}),
  };
}

/** Transforms that add no resource of which a rule asks whether it is there. */
const closedTransforms = /^AWS::(?:Serverless|LanguageExtensions|CodeDeployBlueGreen|SecretsManager)(?:-|$)/;

/** Whether a macro, an include or an entry that is no resource may stand for resources that the text does not show. */
function isOpen(document: SyntaxNode): boolean {
  const transform = entryOf(document, 'Transform')?.value;
  const transforms = transform?.kind === 'sequence' ? transform.items : transform ? [transform] : [];
  if (transforms.some((one) => one.kind !== 'scalar' || !closedTransforms.test(one.text))) return true;
  const section = entryOf(document, 'Resources')?.value;
  return section?.kind === 'mapping' && section.entries.some(({ key, value }) => !key.text.startsWith('Fn::ForEach::') && resourceType(value) === undefined);
}

function resourceType(node: SyntaxNode): (SyntaxNode & { kind: 'scalar' }) | undefined {
  const type = entryOf(node, 'Type')?.value;
  return node.kind === 'mapping' && type?.kind === 'scalar' && /^\w+(::[\w@.-]+)+$/.test(type.text) ? type : undefined;
}

function readParameters(document: SyntaxNode): [string, Parameter][] {
  const section = entryOf(document, 'Parameters')?.value;
  if (section?.kind !== 'mapping') return [];
  return section.entries.map(({ key, value }) => {
    const type = entryOf(value, 'Type')?.value;
    const noEcho = entryOf(value, 'NoEcho')?.value;
    return [
      key.text,
      {
        nameSpan: key,
        type: type?.kind === 'scalar' ? type.text : '',
        noEcho: noEcho?.kind === 'scalar' && /^(?:true|yes|1)$/i.test(noEcho.text),
        hasDefault: entryOf(value, 'Default') !== undefined,
      },
    ];
  });
}

function readResources(document: SyntaxNode): Resource[] {
  const section = entryOf(document, 'Resources')?.value;
  if (section?.kind !== 'mapping') return [];
  const reader = new IntrinsicReader(document);
  const globals = new Globals(entryOf(document, 'Globals')?.value, reader);
  return section.entries.flatMap((entry) => readEntry(entry, reader, globals));
}

/** The properties that `Globals` of a SAM template sets, by the resources' type. */
class Globals {
  readonly #section: SyntaxNode | undefined;
  readonly #reader: IntrinsicReader;
  readonly #byType = new Map<string, MapValue | undefined>();

  constructor(section: SyntaxNode | undefined, reader: IntrinsicReader) {
    this.#section = section;
    this.#reader = reader;
  }

  of(type: string): MapValue | undefined {
    if (!this.#section || !type.startsWith('AWS::Serverless::')) return undefined;
    if (!this.#byType.has(type)) {
      const node = entryOf(this.#section, type.slice('AWS::Serverless::'.length))?.value;
      const value = node && this.#reader.value(node);
      this.#byType.set(type, value?.kind === 'map' ? value : undefined);
    }
    return this.#byType.get(type);
  }
}

/** A resource, or the resources that a `Fn::ForEach` loop makes, each read once as it is written. */
function readEntry({ key, value }: MappingEntry, reader: IntrinsicReader, globals: Globals): Resource[] {
  if (key.text.startsWith('Fn::ForEach::') && value.kind === 'sequence') {
    const body = value.items[2];
    return body?.kind === 'mapping' ? body.entries.flatMap((entry) => readEntry(entry, reader, globals)) : [];
  }
  const type = resourceType(value);
  if (value.kind !== 'mapping' || !type) return [];
  const properties = entryOf(value, 'Properties')?.value;
  const inherited = globals.of(type.text);
  return [
    {
      id: key.text,
      idSpan: key,
      type: type.text,
      typeSpan: type,
      span: { start: key.start, end: Math.max(value.end, key.end) },
      properties: mapOf(properties, reader, key.end, !value.partial),
      ...(inherited ? { inherited } : {}),
      attributes: {
        kind: 'map',
        complete: !value.partial,
        start: value.start,
        end: value.end,
        entries: value.entries.filter((entry) => entry.key.text !== 'Type' && entry.key.text !== 'Properties').map((entry) => reader.property(entry)),
      },
    },
  ];
}

/** `certain`: a missing `Properties` is known to be missing. */
function mapOf(node: SyntaxNode | undefined, reader: IntrinsicReader, at: number, certain: boolean): MapValue {
  const value: Value | undefined = node && reader.value(node);
  if (value?.kind === 'map') return value;
  const unread = node !== undefined && !(node.kind === 'scalar' && node.tag !== unreadTag && node.text === '');
  const entries: Property[] = [];
  return { kind: 'map', entries, complete: node ? !unread : certain, start: node?.start ?? at, end: node?.end ?? at };
}
