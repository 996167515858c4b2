import * as vscode from 'vscode';
import { isService, titleOf, type Note } from '../../knowledge/content';
import type { Knowledge } from '../../knowledge/knowledge';
import { diagramsIn } from '../../knowledge/pack';
import { changesOf } from '../../knowledge/thenAndNow';
import type { NoteView, ThenAndNowView } from '../../panel/protocol';
import type { Activity } from './activity';

/** Shows a note, or the place in it that `anchor` names: a fact, a decision or a heading. */
export function noteActivity(note: Note, knowledge: Knowledge, diagrams: Readonly<Record<string, string>>, anchor?: string): Activity {
  return {
    title: titleOf(note),
    kept: { kind: 'note', target: anchor === undefined ? note.id : `${note.id}#${anchor}` },
    view: () => Promise.resolve(noteView(note, knowledge, diagrams, anchor)),
  };
}

/** Shows everything that older study material states otherwise. */
export function thenAndNowActivity(knowledge: Knowledge): Activity {
  return { title: vscode.l10n.t('Then and Now'), kept: { kind: 'thenAndNow' }, view: () => Promise.resolve(thenAndNowView(knowledge)) };
}

function noteView(note: Note, knowledge: Knowledge, diagrams: Readonly<Record<string, string>>, anchor: string | undefined): NoteView {
  const service = isService(note) ? note : undefined;
  return {
    kind: 'note',
    id: note.id,
    title: titleOf(note),
    fullName: service?.fullName ?? '',
    summary: note.summary,
    ...(service ? { status: service.status, page: service.page } : {}),
    cues: service?.cues ?? [],
    traps: service?.traps ?? [],
    facts: note.facts,
    decisions: note.decisions,
    body: note.body,
    diagrams: Object.fromEntries(diagramsIn(note.body).map((dot) => [dot, diagrams[dot] ?? ''])),
    questions: knowledge.questionsOfNote(note).length,
    ...(anchor === undefined ? {} : { anchor }),
  };
}

function thenAndNowView(knowledge: Knowledge): ThenAndNowView {
  return {
    kind: 'thenAndNow',
    changes: changesOf(knowledge.content).map(({ note, ...change }) => ({ ...change, note: note.id, title: titleOf(note) })),
    services: knowledge.content.services.filter(({ status }) => status.state !== 'current').map(({ id, name, status }) => ({ id, name, status })),
    questions: knowledge.changeQuestions().length,
  };
}
