import type { Knowledge } from '../knowledge/knowledge';
import type { Question } from '../knowledge/schema';
import { kindOf, type Asked, type CardInfo } from './asked';
import { askDecision, decisionCards } from './decisionCards';
import { askDrill, drillCards } from './drills/drills';
import { askOwn, ownCardInfos } from './exchange/ownCards';
import { askFact, factCards } from './factCards';
import type { OwnCard } from './log';
import { cardOf, questionOf } from './session';

/** All cards that there are: questions, facts and decisions of the notes, drills, and the learner's own. */
export class Deck {
  readonly #knowledge: Knowledge;
  readonly #own: ReadonlyMap<string, OwnCard>;
  #made: readonly CardInfo[] | undefined;
  #infos: readonly CardInfo[] | undefined;
  #byCard: ReadonlyMap<string, CardInfo> | undefined;

  constructor(knowledge: Knowledge, own: ReadonlyMap<string, OwnCard> = new Map()) {
    this.#knowledge = knowledge;
    this.#own = own;
  }

  /** The same deck with other cards of the learner's own; what was made of the notes is kept. */
  withOwn(own: ReadonlyMap<string, OwnCard>): Deck {
    const deck = new Deck(this.#knowledge, own);
    deck.#made = this.#fromNotes();
    return deck;
  }

  /** Every card; the questions of "then and now" stand apart, since each of them has a fact card beside it. */
  get infos(): readonly CardInfo[] {
    this.#infos ??= [...this.#cards().values()];
    return this.#infos;
  }

  info(card: string): CardInfo | undefined {
    const known = this.#cards().get(card);
    const question = known ? undefined : this.#knowledge.question(questionOf(card) ?? '');
    return known ?? (question && infoOf(question));
  }

  infosOf(questions: readonly Question[]): CardInfo[] {
    return questions.map((question) => this.info(cardOf(question)) ?? infoOf(question));
  }

  /**
   * The card as it is asked; `seed` fixes its numbers, its distractors and, where `form` is left out, whether a fact is to be
   * chosen or recalled. A fact without sound distractors is recalled in either form.
   */
  ask(card: string, seed: number, form: 'recall' | 'choice' = seed % 2 === 0 ? 'choice' : 'recall'): Asked | undefined {
    switch (kindOf(card)) {
      case 'question': {
        const prompt = this.#knowledge.question(questionOf(card) ?? '');
        return prompt && { card, prompt };
      }
      case 'fact':
        return askFact(card.slice('fact:'.length), seed, this.#knowledge, form);
      case 'decision':
        return askDecision(card.slice('decision:'.length), seed, this.#knowledge);
      case 'drill':
        return askDrill(card, seed);
      case 'own':
        return askOwn(card, { own: this.#own });
      case undefined:
        return undefined;
    }
  }

  #cards(): ReadonlyMap<string, CardInfo> {
    this.#byCard ??= new Map([...this.#fromNotes(), ...ownCardInfos({ own: this.#own })].map((info) => [info.card, info]));
    return this.#byCard;
  }

  #fromNotes(): readonly CardInfo[] {
    this.#made ??= [...this.#knowledge.content.questions.map(infoOf), ...drillCards(), ...factCards(this.#knowledge), ...decisionCards(this.#knowledge)];
    return this.#made;
  }
}

function infoOf(question: Question): CardInfo {
  const { stem, tasks, services, facts, level } = question;
  return { card: cardOf(question), kind: 'question', title: stem, tasks, services, facts, level };
}
