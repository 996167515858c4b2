import assert from 'node:assert/strict';
import { absent, always, isAbsent, isFalse, isTrue, knownAt, numberOf, propertyAt, propertyOf, type Resource, type Value } from '../../../src/iac/model';
import { readText } from '../support';

const place = { start: 0, end: 0 };
const known = (value: string | number | boolean | null): Value => ({ kind: 'known', value, ...place });
const oneOf = (...values: Value[]): Value => ({ kind: 'one-of', values, ...place });
const unknown: Value = { kind: 'unknown', reason: 'a test', ...place };
const gone: Value = { kind: 'absent', ...place };

async function resourceWith(properties: string): Promise<Resource> {
  return (await readText(`Resources:\n  Other: { Type: AWS::SQS::Queue }\n  It:\n    Type: AWS::SQS::Queue\n    Properties: ${properties}\n`)).resources[1]!;
}

describe('propertyAt and knownAt', () => {
  it('follow a path of names through maps', async () => {
    const resource = await resourceWith('{ a: { b: { c: 5 } }, l: [1], o: !If [X, { a: 1 }, { a: 2 }], u: !Ref No, r: !Ref Other }');
    assert.equal(knownAt(resource, 'a.b.c')?.value, 5);
    assert.equal(propertyAt(resource, 'a.b')?.name, 'b');
    for (const path of ['a.x', 'a.b.c.d', 'l.0', 'o.a', 'u.a', 'x', '']) assert.equal(propertyAt(resource, path), undefined, path);
    for (const path of ['a', 'l', 'o', 'u', 'r']) assert.equal(knownAt(resource, path), undefined, path);
  });

  it('take the last of two properties of the same name', async () => {
    assert.equal(knownAt(await resourceWith('{ a: 1, a: 2 }'), 'a')?.value, 2);
  });

  it('find nothing in what is no map', () => {
    assert.equal(propertyOf(undefined, 'a'), undefined);
    assert.equal(propertyOf(unknown, 'a'), undefined);
  });
});

describe('isAbsent', () => {
  it('is true where a complete map lacks the property, at any depth', async () => {
    const resource = await resourceWith('{ a: { b: {} }, n: !Ref AWS::NoValue }');
    for (const path of ['x', 'x.y', 'a.x', 'a.b.x', 'n', 'n.x']) assert.equal(isAbsent(resource, path), true, path);
  });

  it('is false where the property is written, or where something unknown may set it', async () => {
    const resource = await resourceWith(
      "{ a: 1, e:, u: !Ref No, l: [1], r: !Ref Other, o: !If [X, !Ref AWS::NoValue, !Ref AWS::NoValue], t: { 'Fn::Transform': x, y: 1 } }",
    );
    for (const path of ['a', 'a.b', 'e', 'u', 'u.x', 'l', 'l.x', 'r', 'o', 'o.x', 't', 't.x']) assert.equal(isAbsent(resource, path), false, path);
  });

  it('looks at what a construct sets by default, and is false where that is not known', async () => {
    const defaults = new Map<string, string | number | typeof absent>([
      ['Gone', absent],
      ['Set', 5],
      ['In.Gone', absent],
    ]);
    const resource: Resource = { ...(await resourceWith('{ Written: 1 }')), defaults };
    assert.deepEqual(
      ['Gone', 'In.Gone', 'Set', 'Unlisted', 'Written'].map((path) => isAbsent(resource, path)),
      [true, true, false, false, false],
    );
  });
});

describe('always', () => {
  const positive = (value: unknown): boolean => Number(value) > 0;

  it('is true where all values that a property may take pass', () => {
    assert.equal(always(known(1), positive), true);
    assert.equal(always(oneOf(known(1), oneOf(known(2), known(3))), positive), true);
  });

  it('is false where one does not pass or is not known', () => {
    const list: Value = { kind: 'list', items: [known(1)], ...place };
    const map: Value = { kind: 'map', entries: [], complete: true, ...place };
    const reference: Value = { kind: 'reference', target: 'A', ...place };
    for (const value of [
      undefined,
      known(0),
      unknown,
      gone,
      list,
      map,
      reference,
      oneOf(),
      oneOf(known(1), known(0)),
      oneOf(known(1), unknown),
      oneOf(known(1), gone),
    ]) {
      assert.equal(always(value, positive), false, JSON.stringify(value));
      assert.equal(value?.kind === 'known' || value?.kind === 'one-of' ? false : always(value, () => true), false);
    }
  });
});

describe('Booleans and numbers', () => {
  it('may be written as text', () => {
    assert.deepEqual([true, 'true', 'True', 1, 'yes', false, null].map(isTrue), [true, true, true, false, false, false, false]);
    assert.deepEqual([false, 'false', 'False', 0, '', true, null].map(isFalse), [true, true, true, false, false, false, false]);
    assert.deepEqual(
      [5, '5', '-5', '1.5', '', 'x', '5 GB', true, null].map((value) => numberOf(known(value))),
      [5, 5, -5, 1.5, undefined, undefined, undefined, undefined, undefined],
    );
  });

  it('are not read from what is not known', () => {
    for (const value of [undefined, unknown, gone, oneOf(known(1))]) assert.equal(numberOf(value), undefined);
  });
});
