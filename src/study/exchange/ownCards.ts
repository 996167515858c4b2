import type { Asked, CardInfo } from '../asked';
import type { OwnCard } from '../log';

/** The cards of the learner's own that a state has; `StudyState` is one. */
export interface OwnCards {
  /** By card. */
  readonly own: ReadonlyMap<string, OwnCard>;
}

const longestTitle = 120;
const taskTag = /^(?:task::)?([a-z0-9-]+\/\d+\.\d+)$/;
const serviceTag = /^service::([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** A text as a card keeps it: line breaks as `\n`, no control characters, nothing blank around it. */
export function cardText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** `own:` and 16 hexadecimal digits made of the front. Fronts that differ only in blanks, or in how Unicode writes them, are one card. */
export function ownCardId(front: string): string {
  return `own:${hash(front.normalize('NFC').replace(/\s+/g, ' ').trim())}`;
}

/** FNV-1a with 64 bits, over UTF-16 code units where the original takes bytes; in two halves, as numbers hold 53 bits only. */
function hash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index++) {
    low = (low ^ text.charCodeAt(index)) >>> 0;
    // The prime is 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** What is known of the learner's own cards; the tasks and services stand in their tags, `sap-c02/2.4` or `task::sap-c02/2.4`, `service::sqs`. */
export function ownCardInfos(state: OwnCards): CardInfo[] {
  return [...state.own.values()].map((own) => ({
    card: own.card,
    kind: 'own',
    title: titleOf(own.front),
    tasks: named(own.tags, taskTag),
    services: named(own.tags, serviceTag),
    facts: [],
    level: 'remember',
  }));
}

/** A card of the learner's own, to be recalled; undefined where there is none of that id. */
export function askOwn(card: string, state: OwnCards): Asked | undefined {
  const own = state.own.get(card);
  if (!own) return undefined;
  return {
    card,
    prompt: {
      type: 'recall',
      id: card.slice(card.indexOf(':') + 1),
      tasks: named(own.tags, taskTag),
      services: named(own.tags, serviceTag),
      facts: [],
      level: 'remember',
      stem: own.front,
      back: own.back,
      sources: [],
    },
  };
}

function named(tags: readonly string[], pattern: RegExp): string[] {
  return [...new Set(tags.flatMap((tag) => pattern.exec(tag)?.[1] ?? []))];
}

function titleOf(front: string): string {
  const line = front.replace(/\s+/g, ' ').trim();
  return line.length <= longestTitle
    ? line
    : `${Array.from(line.slice(0, 2 * longestTitle))
        .slice(0, longestTitle - 1)
        .join('')}…`;
}
