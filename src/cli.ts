import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CdkGrammars } from './iac/cdk/grammar';
import { detect, maxTemplateLength } from './iac/detect';
import { readDocument } from './iac/read';
import type { ResourceTypeNames } from './iac/resourceTypes';
import { findFindings } from './iac/rules/findings';
import { severities, type Severity } from './iac/rules/rule';
import { rules } from './iac/rules/rules';
import { LineIndex } from './syntax/lines';

const usage = `Usage: npm run inspect -- [--json] [--fail-on hint|information|warning] FILE...
       npm run inspect -- --rules [--json]
Prints what each file is, its resources and the findings in it; or all rules.`;

interface Place {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

interface InspectedFile {
  readonly file: string;
  readonly kind: string | null;
  readonly resources: readonly ({ id: string; type: string } & Place)[];
  readonly findings: readonly ({ rule: string; severity: Severity; resource: string; message: string } & Place)[];
  readonly errors: readonly ({ message: string } & Partial<Place>)[];
}

interface CommandLine {
  readonly json: boolean;
  readonly rules: boolean;
  readonly failOn: Severity | undefined;
  readonly files: readonly string[];
}

function parseArguments(parameters: readonly string[]): CommandLine | string {
  const files: string[] = [];
  let json = false;
  let rules = false;
  let failOn: Severity | undefined;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index] ?? '';
    if (parameter === '--json') json = true;
    else if (parameter === '--rules') rules = true;
    else if (parameter === '--fail-on') {
      failOn = severities.find((severity) => severity === parameters[index + 1]);
      if (!failOn) return `--fail-on takes one of ${severities.join(', ')}.`;
      index++;
    } else if (parameter.startsWith('--')) return `There is no option ${parameter}.`;
    else files.push(parameter);
  }
  return files.length === 0 && !rules ? 'Name at least one file.' : { json, rules, failOn, files };
}

function loadGrammars(): Promise<CdkGrammars> {
  const names = JSON.parse(readFileSync(join(__dirname, 'resourceTypes.json'), 'utf8')) as ResourceTypeNames;
  return CdkGrammars.load((name) => Promise.resolve(readFileSync(join(__dirname, name))), names);
}

async function inspect(file: string, text: string, grammars: CdkGrammars): Promise<InspectedFile> {
  const nothing = { file, resources: [], findings: [] };
  if (text.length > maxTemplateLength) {
    return { ...nothing, kind: null, errors: [{ message: `Not read: ${text.length} characters, more than the limit of ${maxTemplateLength}.` }] };
  }
  const detection = detect(text, file);
  const template = detection && readDocument(text, detection, detection.kind === 'cdk' ? await grammars.cdkPartsFor(detection.language) : undefined);
  if (!detection || !template) return { ...nothing, kind: null, errors: [] };
  const lines = new LineIndex(text);
  const place = (offset: number): Place => {
    const { line, column } = lines.positionAt(offset);
    return { line: line + 1, column: column + 1 };
  };
  return {
    file,
    kind: `${detection.kind}-${detection.language}`,
    resources: template.resources.map(({ id, type, idSpan }) => ({ id, type, ...place(idSpan.start) })),
    findings: findFindings(template, text).findings.map(({ rule, resource, span, message }) => ({
      rule: rule.id,
      severity: rule.severity,
      resource: resource.id,
      ...place(span.start),
      message,
    })),
    errors: template.problems.map(({ message, start }) => ({ message, ...place(start) })),
  };
}

function print({ file, kind, resources, findings, errors }: InspectedFile): void {
  console.log(`${file}: ${kind ?? 'no template'}${kind ? `, ${resources.length} resources, ${findings.length} findings` : ''}`);
  for (const { id, type, line, column } of resources) console.log(`  ${line}:${column} ${id} ${type}`);
  for (const { severity, rule, line, column, message } of findings) console.log(`  ${line}:${column} ${severity} ${rule}: ${message}`);
  for (const { message, line, column } of errors) console.log(`  ${line === undefined ? '' : `${line}:${column ?? 1} `}error: ${message}`);
}

function printRules(json: boolean): void {
  const listed = rules.map(({ id, service, severity, title, why, tasks, fact, types }) => ({ id, service, severity, title, why, tasks, fact, types }));
  if (json) process.stdout.write(`${JSON.stringify({ rules: listed })}\n`);
  else for (const { id, severity, title, why } of listed) console.log(`${id} (${severity}): ${title}. ${why}`);
}

async function main(): Promise<number> {
  const command = parseArguments(process.argv.slice(2));
  if (typeof command === 'string') {
    console.error(`${command}\n${usage}`);
    return 2;
  }
  const grammars = await loadGrammars();
  if (command.rules) {
    printRules(command.json);
    return 0;
  }
  const unreadable = new Set<string>();
  const files: InspectedFile[] = [];
  for (const file of command.files) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      unreadable.add(file);
      files.push({ file, kind: null, resources: [], findings: [], errors: [{ message: error instanceof Error ? error.message : String(error) }] });
      continue;
    }
    files.push(await inspect(file, text, grammars));
  }
  if (command.json) process.stdout.write(`${JSON.stringify({ files })}\n`);
  else files.forEach(print);
  const { failOn } = command;
  const failing =
    failOn !== undefined && files.some(({ findings }) => findings.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(failOn)));
  return unreadable.size > 0 || failing ? 1 : 0;
}

void main().then((code) => {
  process.exitCode = code;
});
