import { type KnownValue, type Template, type Value } from '../model';
import { passes } from './demands';

/** Names under which AWS's own tools look for long-term credentials; a role takes their place, whatever the value. */
const credentials = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/i;
const secretWord = /(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|APIKEY|SECRETKEY|PRIVATEKEY|ACCESSKEY|^PASS|^PWD|^DBPASS)$/;
const secretKey = /(?:^|_)(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|AUTH|MASTER)_KEY(?:_|$)/;
/** A last word by which the variable says something about a secret, or where it is. */
const aboutSecret =
  /_(?:ARN|NAME|ID|URL|URI|HOST|PORT|ENDPOINT|PATH|FILE|DIR|TTL|EXPIRY|EXPIRATION|EXPIRES|SECONDS|MINUTES|LENGTH|SIZE|TYPE|HEADER|FIELD|ALGORITHM|ALG|PREFIX|PARAMETER|PARAM|REF|REGION|COUNT|LIMIT|VERSION|ENABLED|REQUIRED|ISSUER|AUDIENCE|POLICY|MODE|LABEL)$/;
/** Values that are settings, places or references rather than secrets. */
const noSecret = /^(?:|true|false|yes|no|on|off|none|null|\d{1,4}|\$.*|\/[\w./-]*|arn:.*|https?:\/\/[^@]*|.*\{\{resolve:.*)$/is;

/** True where a variable's name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return !aboutSecret.test(words) && (words.split('_').some((word) => secretWord.test(word)) || secretKey.test(words));
}

/** True where the text itself, or the default of a parameter, is what the place should only refer to. */
function isPlainText(value: Value | undefined): value is Value {
  return value !== undefined && passes(value, isSecretText) === true;
}

/**
 * What a variable gives away, in words: its value, if the name says that it is a secret, and whatever a parameter with
 * NoEcho brings. Access keys by their look are the business of access-key-in-template.
 */
export function plainSecret(name: Value | undefined, value: Value | undefined, template: Template): string | undefined {
  if (name?.kind !== 'known' || !value || value.kind === 'absent') return undefined;
  const shown = String(name.value);
  if (credentials.test(shown)) return passes(value, isSecretText, false) === false ? undefined : `${shown} is a credential that lasts; a role is better.`;
  if (isSecretName(shown) && isPlainText(value)) return `${shown} stands in plain text, here and wherever the variable is shown.`;
  const parameter = value.kind === 'unknown' ? value.parameter : undefined;
  const hidden = parameter !== undefined && template.parameters.get(parameter)?.noEcho === true;
  return hidden ? `NoEcho hides ${parameter} in the stack only; this variable shows it in plain text.` : undefined;
}

function isSecretText(known: KnownValue['value']): boolean {
  return known !== null && !noSecret.test(String(known).trim());
}
