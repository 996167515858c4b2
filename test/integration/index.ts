import Mocha from 'mocha';

/** What VS Code's test runner calls inside the extension host; throws where a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 30_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await Promise.all([
    import('./activation.test'),
    import('./l10n.test'),
    import('./hints.test'),
    import('./study.test'),
    import('./practice.test'),
    import('./progress.test'),
    import('./badInput.test'),
    import('./ownContent.test'),
    import('./workspace.test'),
    import('./cancellation.test'),
    import('./mockExam.test'),
    import('./fitSchedule.test'),
  ]);
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} integration tests failed.`);
}
