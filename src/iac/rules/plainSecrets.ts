import type { KnownValue, Template, Value } from '../model';
import { passes } from './demands';

/** Names under which AWS's own tools look for long-term credentials; a role takes their place, whatever the value. */
const credentials = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/i;
const secretWord = /(?:PASSWOR[DT]|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|APIKEY|SECRETKEY|PRIVATEKEY|ACCESSKEY)\d*$/;
/** Words that mean a password at the end of a name only: `DB_PASS`, not `PASS_THROUGH`. */
const secretEnd = /(?:^|_)(?:DB)?(?:PASS|PWD)\d*$/;
const secretKey = /(?:^|_)(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|AUTH|MASTER)_KEY(?:_|$)/;
/** An end by which the variable says something about a secret, or where it is. */
const aboutSecret =
  /(?:ARN|NAME|PATH|URL|URI|TABLE|BUCKET|PARAMETER|PARAM|LENGTH|TTL|EXPIR\w*|TIMEOUT|TYPE|HEADER|ISSUER|REGION|ENDPOINT|HOST|PORT|VERSION|COUNT|LIMIT|ENABLED|FILE|ALIAS|ALGORITHM|MODE|STAGE|PREFIX|SUFFIX|ID|_(?:DIR|SECONDS|MINUTES|SIZE|FIELD|ALG|REF|REQUIRED|AUDIENCE|POLICY|LABEL))$/;
/** Values that are settings, places or references rather than secrets. */
const noSecret =
  /^(?:|true|false|yes|no|on|off|none|null|-?\d{1,4}|\$.*|\/[\w./-]*|arn:.*|alias\/.*|https?:\/\/(?![^/]*:[^/]*@).*|s3:\/\/.*|.*\{\{resolve:.*|(?:mrk-[0-9a-f]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))$/is;

/** Access keys of AWS have a rule of their own, access-key-in-template. */
const accessKey = /^(?:AKIA|ASIA)[A-Z0-9]{16}$/;
const secretAccessKeyName = /secret_?access_?key$/i;
const secretAccessKey = /^[A-Za-z0-9/+]{40}$/;

/** True where a variable's name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return !aboutSecret.test(words) && (words.split('_').some((word) => secretWord.test(word)) || secretEnd.test(words) || secretKey.test(words));
}

/** True where the text itself, or the default of a parameter, is what the variable should only refer to. */
function isPlainSecret(name: string, value: Value): boolean {
  return isSecretName(name) && passes(value, (known) => isSecretText(known) && !isAccessKey(name, String(known))) === true;
}

/** The literal of a variable whose name says that it is a secret. */
export function secretIn(name: string, value: Value | undefined): KnownValue | undefined {
  return value?.kind === 'known' && isPlainSecret(name, value) ? value : undefined;
}

/**
 * What a variable gives away, in words: its value, if the name says that it is a secret, and whatever a parameter with
 * NoEcho brings.
 */
export function plainSecret(name: Value | undefined, value: Value | undefined, template: Template): string | undefined {
  if (name?.kind !== 'known' || !value || value.kind === 'absent') return undefined;
  const shown = String(name.value);
  if (credentials.test(shown)) return passes(value, isSecretText, false) === false ? undefined : `${shown} is a credential that lasts; a role is better.`;
  if (isPlainSecret(shown, value)) return `${shown} stands in plain text, here and wherever the variable is shown.`;
  const parameter = value.kind === 'unknown' ? value.parameter : undefined;
  const hidden = parameter !== undefined && template.parameters.get(parameter)?.noEcho === true;
  return hidden ? `NoEcho hides ${parameter} in the stack only; this variable shows it in plain text.` : undefined;
}

function isSecretText(known: KnownValue['value']): boolean {
  return known !== null && !noSecret.test(String(known).trim());
}

function isAccessKey(name: string, text: string): boolean {
  return accessKey.test(text) || (secretAccessKeyName.test(name) && secretAccessKey.test(text));
}
