import type { ComputedFact } from './computed/computedFact';
import { computedFacts, type ComputedMemory } from './computed/computedFacts';
import type { Detection } from './detect';
import type { Template } from './model';
import { DocumentReader, type CdkParts } from './read';
import { ResourceMemory } from './resourceMemory';
import { findFindings, type Findings, type FindingsMemory } from './rules/findings';
import type { Rule } from './rules/rule';
import { ruleNamed } from './rules/rules';

/** What of a document need not be worked out again at each keystroke. */
interface Memory {
  readonly findings: FindingsMemory;
  readonly computed: ComputedMemory;
}

/** A text as it was read; what is made of it is made once, when it is asked for. */
export class Analysis {
  readonly template: Template;
  readonly #text: string;
  readonly #memory: Memory;
  #findings: Findings | undefined;
  #computed: readonly ComputedFact[] | undefined;

  constructor(template: Template, text: string, memory: Memory) {
    this.template = template;
    this.#text = text;
    this.#memory = memory;
  }

  get findings(): Findings {
    this.#findings ??= findFindings(this.template, this.#text, this.#memory.findings);
    return this.#findings;
  }

  get computed(): readonly ComputedFact[] {
    this.#computed ??= computedFacts(this.template, this.#text, this.#memory.computed);
    return this.#computed;
  }
}

/** Analyses one document again and again as it is edited. Readers and rules are loaded with it, when the first document is read. */
export class Analyser {
  readonly #reader = new DocumentReader();
  readonly #memory: Memory = { findings: new ResourceMemory(), computed: new ResourceMemory() };

  analyse(text: string, detection: Detection, cdk: CdkParts | undefined): Analysis | undefined {
    const template = this.#reader.read(text, detection, cdk);
    return template && new Analysis(template, text, this.#memory);
  }
}

/** The rule of an id, for those who have loaded the rules this way. */
export function findRule(id: string): Rule | undefined {
  return ruleNamed(id);
}
