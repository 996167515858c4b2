import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { scopeOf } from '../../src/editor/syllabusTree';
import { closeEditors, open, stackDrill } from './support';

const configuration = () => vscode.workspace.getConfiguration('stackdrill');

describe('studying', () => {
  afterEach(async () => {
    await configuration().update('exam', undefined, vscode.ConfigurationTarget.Global);
    await closeEditors();
  });

  describe('the Syllabus', () => {
    it('lists domains with their weights, tasks, notes and questions', async () => {
      const { syllabus } = await stackDrill();
      await configuration().update('exam', 'saa-c03', vscode.ConfigurationTarget.Global);
      const domains = await syllabus.getChildren();
      const labels = await Promise.all(
        domains.map(async (node) => {
          const { label } = await syllabus.getTreeItem(node);
          return typeof label === 'string' ? label.slice(0, 7) : '';
        }),
      );
      assert.deepEqual(labels, ['1 (30%)', '2 (26%)', '3 (24%)', '4 (20%)']);
      const tasks = await syllabus.getChildren(domains[1]);
      assert.deepEqual(
        tasks.map((node) => node.kind === 'task' && node.task.id),
        ['2.1', '2.2'],
      );
      const below = await syllabus.getChildren(tasks[0]);
      assert.ok(below.some((node) => node.kind === 'note' && node.note.id === 'sqs'));
      assert.ok(below.some((node) => node.kind === 'questions'));
    });

    it('offers a quiz on what has questions', async () => {
      const { syllabus, quizzes } = await stackDrill();
      const [domain] = await syllabus.getChildren();
      assert.ok(domain);
      assert.match((await syllabus.getTreeItem(domain)).contextValue ?? '', /quizzable/);
      const session = await quizzes.start(scopeOf(domain));
      assert.ok(session && session.items.length > 0);
    });

    it('is empty, with a welcome, for an exam that does not exist', async () => {
      const { syllabus } = await stackDrill();
      await configuration().update('exam', 'no-such-exam', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await syllabus.getChildren(), []);
    });
  });

  describe('the study panel', () => {
    it('shows a note, and the fact that is asked for', async () => {
      const { panel } = await stackDrill();
      await vscode.commands.executeCommand('stackdrill.openNote', 'sqs#retention');
      assert.ok(panel.view.kind === 'note' && panel.view.anchor === 'retention' && panel.view.facts.length >= 15);
    });

    it('keeps what it showed when a note does not exist, and takes no broken argument', async () => {
      const { panel } = await stackDrill();
      await vscode.commands.executeCommand('stackdrill.openNote', 'kms');
      await vscode.commands.executeCommand('stackdrill.openNote', 'no-such-note');
      await vscode.commands.executeCommand('stackdrill.openNote', 42);
      await vscode.commands.executeCommand('stackdrill.startQuiz', { kind: 'nonsense' });
      await vscode.commands.executeCommand('stackdrill.startQuiz', { kind: 'service', id: 'no-such-service' });
      await vscode.commands.executeCommand('stackdrill.startQuiz', { kind: 'question', id: 'no-such-question' });
      await vscode.commands.executeCommand('stackdrill.startQuiz', { kind: 'task', exam: 'no-such-exam', id: '9.9' });
      assert.ok(panel.view.kind === 'note' && panel.view.id === 'kms');
    });

    it('asks about a service without giving the answer away', async () => {
      const { panel } = await stackDrill();
      await vscode.commands.executeCommand('stackdrill.startQuiz', { kind: 'service', id: 'sqs' });
      assert.equal(panel.view.kind, 'quiz');
      assert.ok(!JSON.stringify(panel.view).includes('rationale'));
    });

    it('quizzes on the services of the file that is open', async () => {
      const { panel } = await stackDrill();
      await open('readings.json');
      await vscode.commands.executeCommand('stackdrill.quizFile');
      assert.ok(panel.view.kind === 'quiz');
      assert.match(panel.view.title, /readings\.json/);
      const services = new Set(['kinesis', 'dynamodb', 'kms', 's3']);
      assert.ok(panel.view.services.some(({ id }) => services.has(id)));
    });
  });

  describe('answers', () => {
    it('go to the log, are scheduled, and are read back from disk', async () => {
      const { progress } = await stackDrill();
      const before = (await progress.entries()).length;
      const id = crypto.randomUUID();
      await progress.add({
        kind: 'review',
        id,
        card: 'question:kms-test-card',
        time: Date.now() - 10 * 86_400_000,
        grade: 1,
        correct: false,
        sureness: 'sure',
        duration: 1200,
      });
      assert.equal((await progress.entries()).length, before + 1);
      assert.ok((await progress.schedule()).isDue('question:kms-test-card', Date.now()));
      const folder = vscode.Uri.joinPath(await storage(), 'reviews');
      const texts = await Promise.all(
        (await vscode.workspace.fs.readDirectory(folder))
          .filter(([name]) => name.endsWith('.jsonl'))
          .map(async ([name]) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)))),
      );
      assert.ok(texts.join('').includes(id));
    });

    it('are all written when many come at once, over several segments', async () => {
      const { progress } = await stackDrill();
      const ids = Array.from({ length: 250 }, () => crypto.randomUUID());
      const adding: Promise<void>[] = [];
      for (const id of ids) {
        adding.push(progress.add({ kind: 'review', id, card: 'question:many', time: Date.now(), grade: 3, correct: true, sureness: null, duration: 1 }));
        // The next one comes while this one is being written.
        for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(adding);
      const folder = vscode.Uri.joinPath(await storage(), 'reviews');
      const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => name.endsWith('.jsonl'));
      const texts = await Promise.all(
        names.map(async (name) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)))),
      );
      const log = texts.join('');
      assert.deepEqual(
        ids.filter((id) => log.split(id).length !== 2),
        [],
      );
    });

    it('of another window are taken in before the next quiz, and a broken line costs only itself', async () => {
      const { progress } = await stackDrill();
      const id = crypto.randomUUID();
      const line = JSON.stringify({ v: 1, id, card: 'question:from-elsewhere', time: Date.now(), grade: 3, correct: true, sureness: null, duration: 5 });
      const segment = vscode.Uri.joinPath(await storage(), 'reviews', 'another-window.0.jsonl');
      await vscode.workspace.fs.writeFile(segment, new TextEncoder().encode(`${line}\n{"v":1,"id":"cut off`));
      await progress.refresh();
      assert.ok((await progress.schedule()).state('question:from-elsewhere'));
    });
  });

  async function storage(): Promise<vscode.Uri> {
    return (await stackDrill()).storage;
  }
});
