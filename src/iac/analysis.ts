import type { ComputedFact } from './computed/computedFact';
import { computedFacts } from './computed/computedFacts';
import type { Detection } from './detect';
import type { Template } from './model';
import { DocumentReader, type CdkParts } from './read';
import { findFindings, type Findings } from './rules/findings';
import type { Rule } from './rules/rule';
import { ruleNamed } from './rules/rules';

/** A text as it was read; what is made of it is made once, when it is asked for. */
export class Analysis {
  readonly template: Template;
  readonly #text: string;
  #findings: Findings | undefined;
  #computed: readonly ComputedFact[] | undefined;

  constructor(template: Template, text: string) {
    this.template = template;
    this.#text = text;
  }

  get findings(): Findings {
    this.#findings ??= findFindings(this.template, this.#text);
    return this.#findings;
  }

  get computed(): readonly ComputedFact[] {
    this.#computed ??= computedFacts(this.template);
    return this.#computed;
  }
}

/** Analyses one document again and again as it is edited. Readers and rules are loaded with it, when the first document is read. */
export class Analyser {
  readonly #reader = new DocumentReader();

  analyse(text: string, detection: Detection, cdk: CdkParts | undefined): Analysis | undefined {
    const template = this.#reader.read(text, detection, cdk);
    return template && new Analysis(template, text);
  }
}

/** The rule of an id, for those who have loaded the rules this way. */
export function findRule(id: string): Rule | undefined {
  return ruleNamed(id);
}
