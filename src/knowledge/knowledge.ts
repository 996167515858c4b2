import { isService, referenceTo, type Content, type LocatedDecision, type LocatedFact, type Note } from './content';
import type { Exam, Question, Service } from './schema';
import { changeQuestions } from './thenAndNow';

/** All content with the look-ups that the other layers need. */
export class Knowledge {
  readonly content: Content;
  readonly notes: readonly Note[];
  readonly #notes: ReadonlyMap<string, Note>;
  readonly #questions: ReadonlyMap<string, Question>;
  #questionsByFact: ReadonlyMap<string, readonly Question[]> | undefined;
  #changeQuestions: ReadonlyMap<string, Question> | undefined;
  readonly #services = new Map<string, Service>();
  readonly #namespaces = new Map<string, Service>();
  readonly #facts = new Map<string, LocatedFact>();
  readonly #decisions = new Map<string, LocatedDecision>();
  readonly #factsByProperty = new Map<string, LocatedFact[]>();

  constructor(content: Content) {
    this.content = content;
    this.notes = [...content.services, ...content.topics];
    this.#notes = new Map(this.notes.map((note) => [note.id, note]));
    this.#questions = new Map(content.questions.map((question) => [question.id, question]));
    for (const service of content.services) {
      for (const type of service.types) {
        this.#services.set(type, service);
        const namespace = namespaceOf(type);
        const owner = this.#namespaces.get(namespace);
        if (!owner || closeness(service, namespace) > closeness(owner, namespace)) this.#namespaces.set(namespace, service);
      }
    }
    for (const note of this.notes) {
      for (const decision of note.decisions) this.#decisions.set(referenceTo(note, decision), { note, decision });
      for (const fact of note.facts) {
        const located = { note, fact };
        this.#facts.set(referenceTo(note, fact), located);
        if (fact.property === undefined) continue;
        const known = this.#factsByProperty.get(fact.property);
        if (known) known.push(located);
        else this.#factsByProperty.set(fact.property, [located]);
      }
    }
  }

  note(id: string): Note | undefined {
    return this.#notes.get(id);
  }

  exam(id: string): Exam | undefined {
    return this.content.exams.find((exam) => exam.id === id);
  }

  /** A question of the content, or one made of what has changed. */
  question(id: string): Question | undefined {
    return this.#questions.get(id) ?? this.#changes().get(id);
  }

  /** The questions of "then and now": one for each fact that older material states otherwise. */
  changeQuestions(): Question[] {
    return [...this.#changes().values()];
  }

  #changes(): ReadonlyMap<string, Question> {
    this.#changeQuestions ??= new Map(changeQuestions(this.content).map((question) => [question.id, question]));
    return this.#changeQuestions;
  }

  fact(reference: string): LocatedFact | undefined {
    return this.#facts.get(reference);
  }

  decision(reference: string): LocatedDecision | undefined {
    return this.#decisions.get(reference);
  }

  /** The service that owns a CloudFormation type by name, or that is the closest to the type's namespace. */
  serviceOf(type: string): Service | undefined {
    return this.#services.get(type) ?? this.#namespaces.get(namespaceOf(type));
  }

  /** Facts of a property: `("AWS::SQS::Queue", "DelaySeconds")`. */
  factsOf(type: string, path: string): readonly LocatedFact[] {
    return this.#factsByProperty.get(`${type}/${path}`) ?? [];
  }

  questionsOfService(service: string): Question[] {
    return this.content.questions.filter((question) => question.services.includes(service));
  }

  /** Questions that test a fact or decision, `note#id`. */
  questionsOfFact(reference: string): readonly Question[] {
    if (!this.#questionsByFact) {
      const byFact = new Map<string, Question[]>();
      for (const question of this.content.questions) {
        for (const fact of question.facts) byFact.set(fact, [...(byFact.get(fact) ?? []), question]);
      }
      this.#questionsByFact = byFact;
    }
    return this.#questionsByFact.get(reference) ?? [];
  }

  /** Questions that a note is the first concern of: its service's, or those that test its facts. */
  questionsOfNote(note: Note): Question[] {
    const own = `${note.id}#`;
    return this.content.questions.filter(
      (question) => (isService(note) && question.services.includes(note.id)) || question.facts.some((fact) => fact.startsWith(own)),
    );
  }

  /** Questions of an exam, of one of its domains (`1`) or tasks (`1.2`). */
  questionsOfExam(exam: string, part = ''): Question[] {
    const start = part === '' || part.includes('.') ? `${exam}/${part}` : `${exam}/${part}.`;
    return this.content.questions.filter(({ tasks }) => tasks.some((task) => (part.includes('.') ? task === start : task.startsWith(start))));
  }
}

/** How close a service is to a namespace: named like it, else by how many of its types it owns. */
function closeness({ id, types }: Service, namespace: string): number {
  const named = namespace.toLowerCase().endsWith(`::${id.replaceAll('-', '')}`);
  return named ? Infinity : types.filter((type) => namespaceOf(type) === namespace).length;
}

function namespaceOf(type: string): string {
  return type.slice(0, type.lastIndexOf('::'));
}
