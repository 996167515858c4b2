import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resourceTypeNames } from '../../src/build/resourceTypeNames';
import { Analyser } from '../../src/iac/analysis';
import { detect } from '../../src/iac/detect';
import { factsAt } from '../../src/iac/facts';
import { mentionAt } from '../../src/iac/mention';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { atMost, percentile, type Result } from './measure';
import { generatedTemplate } from './template';

const group = 'peers';

/** What is used of yaml-language-server; it is installed in this folder only. */
interface Peers {
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): Document };
  readonly getLanguageService: (parts: unknown) => LanguageService;
}

interface Document {
  positionAt(offset: number): unknown;
}

interface LanguageService {
  configure(settings: unknown): void;
  doHover(document: Document, position: unknown): Promise<unknown>;
}

function loadPeers(): Peers {
  if (!existsSync(join(__dirname, 'node_modules/yaml-language-server'))) {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: __dirname,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('The peers could not be installed: run "npm ci" in test/bench and see why.');
  }
  const load = createRequire(join(__dirname, 'package.json'));
  return {
    ...(load('vscode-languageserver-textdocument') as Pick<Peers, 'TextDocument'>),
    ...(load('yaml-language-server') as Pick<Peers, 'getLanguageService'>),
  };
}

/** A schema of CloudFormation as editors use it: every type, and the names of its properties. */
function cloudFormationSchema(): unknown {
  const types = Object.entries(resourceTypeNames()).flatMap(([namespace, names]) =>
    Object.entries(names).map(([name, properties]) => ({
      type: 'object',
      required: ['Type'],
      properties: {
        Type: { type: 'string', enum: [`AWS::${namespace}::${name}`] },
        Properties: { type: 'object', properties: Object.fromEntries(properties.split(' ').map((property) => [property, { description: property }])) },
      },
    })),
  );
  return { type: 'object', properties: { Resources: { type: 'object', additionalProperties: { anyOf: types } } } };
}

const customTags = [
  '!Ref',
  '!Sub',
  '!GetAtt',
  '!GetAtt sequence',
  '!If sequence',
  '!Equals sequence',
  '!Join sequence',
  '!Select sequence',
  '!FindInMap sequence',
];

/** Hover straight after an edit of the 100 kB template, ours beside yaml-language-server's with a schema of CloudFormation. */
export async function benchPeers(knowledge: Knowledge): Promise<Result[]> {
  const { TextDocument, getLanguageService } = loadPeers();
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('No schema is fetched.')),
    workspaceContext: { resolveRelativePath: (path: string) => path },
  });
  service.configure({ validate: false, hover: true, customTags, schemas: [{ uri: 'cfn://schema', fileMatch: ['*.yaml'], schema: cloudFormationSchema() }] });
  const text = generatedTemplate(58);
  const analyser = new Analyser();
  const own: number[] = [];
  const theirs: number[] = [];
  let answers = 0;
  for (let run = 0; run < 8; run++) {
    const edited = `${text}# ${run}\n`;
    const offset = edited.indexOf('AWS::SQS::Queue', Math.floor((run * edited.length) / 10)) + 3;
    const start = performance.now();
    const detection = detect(edited);
    const analysis = detection && analyser.analyse(edited, detection, undefined);
    const mention = analysis && mentionAt(analysis.template, offset);
    const facts = mention && factsAt(mention, knowledge);
    own.push(performance.now() - start);
    const then = performance.now();
    const document = TextDocument.create('file:///template.yaml', 'yaml', run, edited);
    const hover = await service.doHover(document, document.positionAt(offset));
    theirs.push(performance.now() - then);
    if (facts && hover) answers++;
  }
  return [
    atMost(group, 'hovers that both answered, of 8', answers, 'hovers', null),
    atMost(group, 'hover straight after an edit, yaml-language-server with a CloudFormation schema, median', percentile(theirs, 0.5), 'ms', null),
    atMost(group, 'the same here, median', percentile(own, 0.5), 'ms', null),
    atMost(group, 'share of yaml-language-server', percentile(own, 0.5) / percentile(theirs, 0.5), 'ratio', 0.2),
  ];
}
