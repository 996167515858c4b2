import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';

/** A template in YAML as the same template in JSON, short forms of functions written out. Positions are lost. */
export function asJson(yaml: string): string {
  const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
  return JSON.stringify(plain(document.contents), null, 1);
}

function plain(node: Node | null | undefined): unknown {
  if (!node) return null;
  const tag = node.tag?.startsWith('!') && !node.tag.startsWith('!!') ? node.tag.slice(1) : undefined;
  if (tag === undefined) return content(node);
  const value = content(node);
  if (tag === 'Ref' || tag === 'Condition') return { [tag]: value };
  return { [`Fn::${tag}`]: tag === 'GetAtt' && typeof value === 'string' ? splitOnce(value) : value };
}

function content(node: Node): unknown {
  if (isMap(node))
    return Object.fromEntries(node.items.map(({ key, value }) => [isScalar(key) ? String(key.source ?? key.value) : '', plain(value as Node | null)]));
  if (isSeq(node)) return node.items.map((item) => plain(item as Node | null));
  return isScalar(node) ? node.value : null;
}

function splitOnce(text: string): [string, string] {
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}
