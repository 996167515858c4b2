import type { Resource, Value } from '../../../src/iac/model';

export const absent = '(absent)';
export const unknown = '(unknown)';

/** A value as plain data: maps and lists as they are, others by what is known of them. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'known':
      return value.parameter === undefined ? value.value : { [`default of ${value.parameter}`]: value.value };
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries.map((entry) => [entry.name, plain(entry.value)]), ...(value.complete ? [] : [['...', unknown]])]);
    case 'reference':
      return `-> ${value.target}${value.attribute === undefined ? '' : `.${value.attribute}`}`;
    case 'one-of':
      return { oneOf: value.values.map(plain) };
    case 'absent':
      return absent;
    case 'unknown':
      return unknown;
  }
}

/** What the CDK makes of a bucket's `encryption`; it may set more there. */
export function encryptedBy(algorithm: string): object {
  const rule = { ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, '...': unknown }, '...': unknown };
  return { BucketEncryption: { ServerSideEncryptionConfiguration: [rule] } };
}

export function properties(resource: Resource | undefined): unknown {
  return plain(resource?.properties);
}
