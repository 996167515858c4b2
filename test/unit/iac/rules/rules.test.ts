import assert from 'node:assert/strict';
import { rules } from '../../../../src/iac/rules/rules';
import type { Finding } from '../../../../src/iac/rules/rule';
import { asJson } from '../../../bench/asJson';
import { findingsIn, textAt } from '../../support';
import { app, cases, template, type Examples } from './cases';

const marks = /«([^»]*)»/g;
/** What cannot be known from a template: a parameter without default, an attribute, an import. */
const unknownInYaml = ['!Ref Unset', '!GetAtt Elsewhere.Value', '!ImportValue shared'];
/** What cannot be known from an app: a prop, the environment, a call of the app's own. */
const unknownInCdk = ['props.value', 'process.env.VALUE', 'valueOf(this.node)'];

const listOf = (texts: string | readonly string[] | undefined): readonly string[] => (texts === undefined ? [] : typeof texts === 'string' ? [texts] : texts);
const withoutMarks = (text: string): string => text.replace(marks, '$1').replaceAll('SPREAD', '');

async function findingsOf(rule: string, text: string): Promise<Finding[]> {
  return (await findingsIn(text)).findings.filter((finding) => finding.rule.id === rule);
}

async function assertReports(rule: string, marked: string): Promise<void> {
  const text = marked.replaceAll('SPREAD', '');
  const plain = text.replace(marks, '$1');
  const places: { start: number; end: number }[] = [];
  for (const match of text.matchAll(marks)) {
    const start = match.index - 2 * places.length;
    places.push({ start, end: start + match[1]!.length });
  }
  const found = await findingsOf(rule, plain);
  assert.ok(places.length > 0, `No place is marked in:\n${text}`);
  assert.deepEqual(
    found.map(({ span }) => textAt(plain, span)),
    places.map((place) => textAt(plain, place)),
    plain,
  );
  assert.deepEqual(
    found.map(({ span: { start, end } }) => ({ start, end })),
    places,
    plain,
  );
  for (const { message, resource, span } of found) {
    assert.match(message, /^\S.*\.$/s);
    assert.doesNotMatch(message, /undefined|NaN|\[object/);
    assert.ok(resource.span.start <= span.start && span.end <= resource.span.end, `${message} stands outside ${resource.id}`);
  }
}

async function assertSilent(rule: string, text: string): Promise<void> {
  const messages = (await findingsOf(rule, text)).map(({ message }) => message);
  assert.deepEqual(messages, [], text);
}

/**
 * A failing text with the marked value not known. Where the mark is on a resource type or a construct, so that something is missing, the
 * properties take in something that cannot be known; spread properties do the same for an app, in a test of their own.
 */
function withUnknown(text: string): string[] {
  if (/new \w+\.«/.test(text)) return [];
  if (text.includes('«AWS::')) {
    assert.match(text, /Properties: \{/, 'Give the failing case properties, or an unknown case of its own.');
    return [
      text.replace('Properties: {', "Properties: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: s3://files/more } },").replace(', }', ' }'),
    ];
  }
  return [text.replace(/(?:!Ref )?«[^»]*»/g, 'UNKNOWN').replace(/(['"])UNKNOWN\1/g, 'UNKNOWN')];
}

/** The texts in which the value is not known. */
function unknownTexts({ fails, unknown }: Examples, fillers: readonly string[]): string[] {
  const sources = listOf(unknown ?? listOf(fails).flatMap(withUnknown));
  return sources.flatMap((text) => (text.includes('UNKNOWN') ? fillers.map((filler) => text.replaceAll('UNKNOWN', filler)) : [text])).map(withoutMarks);
}

describe('The rules', () => {
  it('each have a failing and a passing case in YAML and in CDK', () => {
    assert.deepEqual(Object.keys(cases).sort(), rules.map(({ id }) => id).sort());
    for (const [id, { yaml, cdk }] of Object.entries(cases)) {
      for (const { fails, passes } of [yaml, cdk]) assert.ok(listOf(fails).length > 0 && listOf(passes).length > 0, id);
    }
  });

  for (const [id, { yaml, cdk, byTypeAlone }] of Object.entries(cases)) {
    describe(id, () => {
      it('reports what is wrong in a template, at its place', async () => {
        for (const text of listOf(yaml.fails)) await assertReports(id, template(text));
      });

      it('leaves a sound template alone', async () => {
        for (const text of listOf(yaml.passes)) await assertSilent(id, template(text));
      });

      it('reports what is wrong in a CDK app, at its place', async () => {
        for (const text of listOf(cdk.fails)) await assertReports(id, app(text));
      });

      it('leaves a sound CDK app alone', async () => {
        for (const text of listOf(cdk.passes)) await assertSilent(id, app(text));
      });

      if (byTypeAlone) return;

      it('reports nothing where the value is unknown', async () => {
        const texts = unknownTexts(yaml, unknownInYaml).map(template).concat(unknownTexts(cdk, unknownInCdk).map(app));
        assert.ok(texts.length > 1);
        for (const text of texts) await assertSilent(id, text);
      });
    });
  }

  it('say the same of a template in JSON', async () => {
    const different: string[] = [];
    for (const [id, { yaml }] of Object.entries(cases)) {
      for (const text of [...listOf(yaml.fails), ...listOf(yaml.passes)].map(withoutMarks).map(template)) {
        const [inYaml, inJson] = [await findingsOf(id, text), await findingsOf(id, asJson(text))];
        if (inYaml.length !== inJson.length) different.push(`${id}: ${inYaml.length} in YAML, ${inJson.length} in JSON\n${text}`);
      }
    }
    assert.deepEqual(different, []);
  }).timeout(60_000);

  it('report nothing where spread props may set it otherwise', async () => {
    const spread = Object.entries(cases).flatMap(([id, { cdk }]) => listOf(cdk.fails).map((text) => ({ id, text })));
    const unsure = new Set<string>();
    for (const { id, text } of spread) {
      if (!text.includes('SPREAD')) continue;
      unsure.add(id);
      await assertSilent(id, app(withoutMarks(text.replaceAll('SPREAD', ', ...props'))));
    }
    const certain = Object.keys(cases).filter((id) => cases[id]!.byTypeAlone);
    assert.deepEqual([...unsure, ...certain].sort(), rules.map(({ id }) => id).sort());
  });
});
