import type { Span } from '../../syntax/node';
import type { Value } from '../model';

/** What stands in an app's source as the value of a property, before a construct's table says what it sets. */
export type Expression = Literal | Enumeration | Call | ObjectExpression | ListExpression | Reference | OneOfExpression | Opaque | Undefined;

export interface Literal extends Span {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** `s3.BucketEncryption.KMS` is `BucketEncryption.KMS`, whatever the module is called here. */
export interface Enumeration extends Span {
  readonly kind: 'enumeration';
  readonly name: string;
}

/** `cdk.Duration.days(4)` is `Duration.days`; `new ec2.InstanceType('t3.nano')` is `new InstanceType`. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly parameters: readonly Expression[];
}

export interface ObjectExpression extends Span {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
  /** False where a spread may add entries. */
  readonly complete: boolean;
}

export interface ObjectEntry {
  readonly name: string;
  /** The key as it stands in a dictionary, which may be no property's name but a free one. */
  readonly written?: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

export interface ListExpression extends Span {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

/** A variable or member that holds a construct: its name as written, for example `this.queue`. */
export interface Reference extends Span {
  readonly kind: 'reference';
  readonly name: string;
}

/** One of several, by what is only known when the app runs. */
export interface OneOfExpression extends Span {
  readonly kind: 'one-of';
  readonly values: readonly Expression[];
}

export interface Undefined extends Span {
  readonly kind: 'undefined';
}

export interface Opaque extends Span {
  readonly kind: 'opaque';
  readonly reason: string;
}

/** How an expression becomes the value that CloudFormation is given; nothing where it cannot be known. */
export type Converter = (expression: Expression) => Value | undefined;

export function known(span: Span, value: string | number | boolean | null): Value {
  return { kind: 'known', value, start: span.start, end: span.end };
}

export function unknown(span: Span, reason: string): Value {
  return { kind: 'unknown', reason, start: span.start, end: span.end };
}
