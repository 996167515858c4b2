import type { KnownValue, Value } from '../model';

/** Names that hold a secret, unless they end in what only points to one. */
const secretName = /pass(?:wor[dt]|wd|phrase)|(?:^|_)pwd$|secret|token|credential|api_?key|private_?key|access_?key/i;
const pointer =
  /(?:arn|name|path|url|uri|table|bucket|parameter|param|length|ttl|expir\w*|timeout|type|header|issuer|region|endpoint|host|port|version|count|limit|enabled|file|alias|algorithm|mode|stage|prefix|suffix|id)$/i;

/** Values that point to a secret or say nothing. */
const harmless = /^(?:|true|false|none|null|-?\d{1,3}|\{\{resolve:.*|arn:.*|https?:\/\/.*|s3:\/\/.*|\/[\w./-]+|\$\{.*)$/i;

/** Access keys of AWS have a rule of their own, access-key-in-template. */
const accessKey = /^(?:AKIA|ASIA)[A-Z0-9]{16}$/;
const secretKeyName = /secret_?access_?key$/i;
const secretKey = /^[A-Za-z0-9/+]{40}$/;

/** The literal of a variable whose name says that it is a secret. */
export function secretIn(name: string, value: Value | undefined): KnownValue | undefined {
  if (value?.kind !== 'known' || value.value === null || typeof value.value === 'boolean') return undefined;
  const text = String(value.value);
  if (!secretName.test(name) || pointer.test(name) || harmless.test(text)) return undefined;
  return accessKey.test(text) || (secretKeyName.test(name) && secretKey.test(text)) ? undefined : value;
}
