import { runInServer } from './runInServer';

/**
 * Takes the arguments that @vscode/test-electron gives a desktop VS Code, runs the tests in the server VS Code
 * instead, prints what they print and ends with their exit code.
 */
function main(): Promise<number> {
  const value = (name: string): string | undefined => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extension = value('extensionDevelopmentPath');
  const tests = value('extensionTestsPath');
  const folder = process.argv.slice(2).findLast((one) => !one.startsWith('-'));
  if (extension === undefined || tests === undefined || folder === undefined)
    throw new Error('Name --extensionDevelopmentPath, --extensionTestsPath and a folder.');
  return runInServer({
    extension,
    tests,
    folder,
    onOutput: (line, isError) => {
      (isError ? process.stderr : process.stdout).write(`${line}\n`);
    },
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(70);
  },
);
