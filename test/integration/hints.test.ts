import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, codeOf, diagnosticsOf, eventually, hoverAt, open, openText, placeOf, stackDrill } from './support';

const configuration = () => vscode.workspace.getConfiguration('stackdrill');

/** Findings of one rule: others may have something to say of the same resource. */
const rotation = (found: readonly vscode.Diagnostic[]): vscode.Diagnostic[] => found.filter((one) => codeOf(one) === 'kms-rotation-off');

async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
  return lenses.map(({ command }) => command?.title ?? '');
}

async function hintLabels(document: vscode.TextDocument): Promise<string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
  return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

describe('hints while writing', () => {
  afterEach(async () => {
    for (const name of ['hover.enabled', 'codeLens.services', 'codeLens.findings', 'inlayHints.addresses', 'diagnostics.enabled', 'diagnostics.level']) {
      await configuration().update(name, undefined, vscode.ConfigurationTarget.Global);
    }
    await closeEditors();
  });

  describe('hover', () => {
    it('tells of a resource type what the service is, with links to note, quiz and AWS', async () => {
      const document = await open('orders.yaml');
      const text = await hoverAt(document, placeOf(document, 'AWS::SQS::Queue'));
      assert.match(text, /\*\*Amazon SQS\*\*/);
      assert.match(text, /command:stackdrill\.openNote/);
      assert.match(text, /command:stackdrill\.startQuiz/);
      assert.match(text, /https:\/\/aws\.amazon\.com\/sqs\//);
    });

    it('tells the facts of a property, with source, on its name and on its value', async () => {
      const document = await open('orders.yaml');
      for (const place of ['MessageRetentionPeriod', '345600']) {
        const text = await hoverAt(document, placeOf(document, place));
        assert.match(text, /14 days/, place);
        assert.match(text, /docs\.aws\.amazon\.com/, place);
      }
    });

    it('tells what older material says where a fact has changed', async () => {
      const document = await openText('Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      MaximumMessageSize: 1024\n');
      const text = await hoverAt(document, placeOf(document, 'MaximumMessageSize'));
      assert.match(text, /1 MiB/);
      assert.match(text, /until 2025-08-04/);
      assert.match(text, /256 KB/);
    });

    it('names the findings of a resource on its type, and that of a property on its name', async () => {
      const document = await open('orders.yaml');
      assert.match(await hoverAt(document, placeOf(document, 'AWS::SQS::Queue', 2)), /switches off the free encryption/);
      assert.match(await hoverAt(document, placeOf(document, 'SqsManagedSseEnabled')), /switches off the free encryption/);
    });

    it('leaves a finding to the diagnostic where the pointer is on it, and says it where diagnostics are off', async () => {
      const document = await open('orders.yaml');
      const place = placeOf(document, 'false', 1);
      assert.doesNotMatch(await hoverAt(document, place), /switches off/);
      await configuration().update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
      assert.match(await hoverAt(document, place), /switches off the free encryption/);
    });

    it('says the hints of a type itself, where VS Code marks its first characters only', async () => {
      const document = await openText('Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      Description: a\n');
      const start = placeOf(document, 'AWS::KMS::Key').translate(0, -1);
      assert.match(await hoverAt(document, start.translate(0, 8)), /\$\(lightbulb\)/);
    });

    it('works on constructs and their properties in a CDK app', async () => {
      const document = await open('cdk/photo-stack.ts');
      assert.match(await hoverAt(document, placeOf(document, 'Bucket(this')), /Amazon S3/);
      assert.match(await hoverAt(document, placeOf(document, 'retentionPeriod')), /14 days/);
    });

    for (const [language, text, place] of [
      ['javascript', "const sqs = require('aws-cdk-lib/aws-sqs');\nnew sqs.Queue(this, 'Orders');\n", 'Queue('],
      ['typescriptreact', "import * as sqs from 'aws-cdk-lib/aws-sqs';\nnew sqs.Queue(this, 'Orders');\n", 'Queue('],
      ['python', 'from aws_cdk import aws_sqs as sqs\nsqs.Queue(self, "Orders")\n', 'Queue('],
      ['java', 'import software.amazon.awscdk.services.sqs.Queue;\nclass A { void a() { Queue.Builder.create(this, "Orders").build(); } }\n', 'Queue.Builder'],
      ['csharp', 'using Amazon.CDK.AWS.SQS;\nclass A { void B() { new Queue(this, "Orders"); } }\n', 'Queue('],
      [
        'go',
        'package main\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awssqs"\nfunc a() {\n\tawssqs.NewQueue(stack, jsii.String("Orders"), nil)\n}\n',
        'NewQueue',
      ],
    ] as const) {
      it(`works in a CDK app in ${language}`, async () => {
        const document = await openText(text, language);
        assert.match(await hoverAt(document, placeOf(document, place)), /\*\*Amazon SQS\*\*/);
      });
    }

    it('stays within what can be read without scrolling', async () => {
      const document = await open('orders.yaml');
      for (const line of [...document.getText().matchAll(/\S+/g)]) {
        const text = await hoverAt(document, document.positionAt(line.index));
        assert.ok(text.split('\n').filter((one) => one.trim() !== '').length <= 14, text);
      }
    });

    it('knows services in ARNs, actions and principals, and attributes of resources', async () => {
      const document = await openText(
        'Resources:\n  Role:\n    Type: AWS::IAM::Role\n    DeletionPolicy: Retain\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }]\n' +
          '      Policies: [{ PolicyDocument: { Statement: [{ Effect: Allow, Action: sqs:SendMessage, Resource: arn:aws:dynamodb:eu-west-1:1:table/t }] } }]\n',
      );
      assert.match(await hoverAt(document, placeOf(document, 'lambda.amazonaws')), /AWS Lambda/);
      assert.match(await hoverAt(document, placeOf(document, 'sqs:SendMessage')), /Amazon SQS/);
      assert.match(await hoverAt(document, placeOf(document, 'arn:aws:dynamodb')), /DynamoDB/);
      assert.match(await hoverAt(document, placeOf(document, 'DeletionPolicy')), /CloudFormation/);
    });

    it('says of a type that no note is about what CloudFormation calls it', async () => {
      const document = await openText(
        'Resources:\n  Graph:\n    Type: AWS::NeptuneGraph::Graph\n  Game:\n    Type: AWS::GameLift::Fleet\n  None:\n    Type: AWS::Unheard::Of\n',
      );
      assert.match(await hoverAt(document, placeOf(document, 'AWS::GameLift::Fleet')), /a type of CloudFormation with \d+ properties/);
      assert.equal(await hoverAt(document, placeOf(document, 'AWS::Unheard::Of')), '');
    });

    it('names the exam domains that ask about a service', async () => {
      const document = await open('orders.yaml');
      assert.match(await hoverAt(document, placeOf(document, 'AWS::SQS::Queue')), /SAP-C02: domain \d \(\d+ %\)/);
    });

    it('tells of a reference what it refers to', async () => {
      const document = await openText(
        'Resources:\n  Orders: { Type: AWS::SQS::Queue }\n  Policy: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: [!Ref Orders] } }\n',
      );
      assert.match(await hoverAt(document, placeOf(document, 'Orders', 2)), /Orders: AWS::SQS::Queue/);
    });

    it('says nothing between the resources, and nothing when it is turned off', async () => {
      const document = await open('orders.yaml');
      assert.equal(await hoverAt(document, placeOf(document, 'Description')), '');
      await configuration().update('hover.enabled', false, vscode.ConfigurationTarget.Global);
      assert.equal(await hoverAt(document, placeOf(document, 'AWS::SQS::Queue')), '');
    });
  });

  describe('CodeLens', () => {
    it('stands above the first resource of each service and above resources with findings', async () => {
      const titles = await lensTitles(await open('orders.yaml'));
      const sqs = titles.filter((title) => title.startsWith('Amazon SQS:'));
      assert.equal(sqs.length, 1);
      assert.match(sqs[0] ?? '', /^Amazon SQS: \d+ facts, \d+ due, quiz me$/);
      assert.ok(
        titles.some((title) => title.includes('findings')),
        titles.join('; '),
      );
    });

    it('can be turned off, each kind by itself', async () => {
      const document = await open('orders.yaml');
      await configuration().update('codeLens.services', false, vscode.ConfigurationTarget.Global);
      let titles = await lensTitles(document);
      assert.ok(titles.length > 0 && titles.every((title) => title.startsWith('$(lightbulb)')), titles.join('; '));
      await configuration().update('codeLens.services', true, vscode.ConfigurationTarget.Global);
      await configuration().update('codeLens.findings', false, vscode.ConfigurationTarget.Global);
      titles = await lensTitles(document);
      assert.ok(titles.length > 0 && titles.every((title) => title.endsWith('quiz me')), titles.join('; '));
    });
  });

  describe('inlay hints', () => {
    it('show usable addresses, retention and baseline IOPS', async () => {
      const labels = await hintLabels(await open('orders.yaml'));
      for (const label of [
        '251 usable addresses',
        '4 days',
        '1 day',
        '600 IOPS baseline, bursts to 3,000',
        '128 MB (default)',
        'OrderQueue hides a message for 30 s',
      ]) {
        assert.ok(labels.includes(label), `${label} in ${labels.join('; ')}`);
      }
    });

    it('can be turned off, each kind by itself', async () => {
      const document = await open('orders.yaml');
      const before = await hintLabels(document);
      await configuration().update('inlayHints.addresses', false, vscode.ConfigurationTarget.Global);
      assert.deepEqual(
        await hintLabels(document),
        before.filter((label) => !label.includes('addresses')),
      );
      assert.ok(before.some((label) => label.includes('addresses')));
    });
  });

  describe('diagnostics', () => {
    it('report findings as hints and information, with a rule that links to its explanation', async () => {
      const document = await open('readings.json');
      const found = await diagnosticsOf(document, (all) => all.length >= 4);
      const rotation = found.find((one) => codeOf(one) === 'kms-rotation-off');
      assert.ok(rotation, found.map(codeOf).join());
      assert.equal(rotation.severity, vscode.DiagnosticSeverity.Hint);
      assert.equal(document.getText(rotation.range), 'false');
      assert.match((rotation.code as { target: vscode.Uri }).target.toString(), /^command:stackdrill\.openNote/);
      for (const { severity } of found) assert.ok(severity >= vscode.DiagnosticSeverity.Information);
    });

    it('follow what is typed', async () => {
      const document = await openText('Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      EnableKeyRotation: false\n');
      await diagnosticsOf(document, (all) => rotation(all).length === 1);
      const edit = new vscode.WorkspaceEdit();
      const start = placeOf(document, 'false').translate(0, -1);
      edit.replace(document.uri, new vscode.Range(start, start.translate(0, 5)), 'true');
      await vscode.workspace.applyEdit(edit);
      assert.deepEqual(rotation(await diagnosticsOf(document, (all) => rotation(all).length === 0)), []);
    });

    it('are only those of the level that is set', async () => {
      const document = await open('readings.json');
      await diagnosticsOf(document, (all) => all.some(({ severity }) => severity === vscode.DiagnosticSeverity.Hint));
      await configuration().update('diagnostics.level', 'warning', vscode.ConfigurationTarget.Global);
      await diagnosticsOf(document, (all) => all.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint));
    });

    it('go away when they are turned off', async () => {
      const document = await open('readings.json');
      await diagnosticsOf(document, (all) => all.length > 0);
      await configuration().update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
      assert.deepEqual(await diagnosticsOf(document, (all) => all.length === 0), []);
    });

    it('are mended by their quick fix', async () => {
      const document = await openText('Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      EnableKeyRotation: false\n');
      const [found] = rotation(await diagnosticsOf(document, (all) => rotation(all).length === 1));
      assert.ok(found);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range);
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.some((title) => title.startsWith('Explain: ')) && titles.includes('Ask me about this'), titles.join('; '));
      const fix = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(fix?.edit);
      await vscode.workspace.applyEdit(fix.edit);
      assert.match(document.getText(), /EnableKeyRotation: true/);
      await diagnosticsOf(document, (all) => rotation(all).length === 0);
    });

    it('are suppressed in JSON by metadata', async () => {
      const document = await openText('{ "Resources": { "Key": { "Type": "AWS::KMS::Key", "Properties": { "EnableKeyRotation": false } } } }', 'json');
      const [found] = rotation(await diagnosticsOf(document, (all) => rotation(all).length === 1));
      assert.ok(found);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range);
      const suppress = actions.find(({ title }) => title === 'Suppress kms-rotation-off here');
      assert.ok(suppress?.edit, actions.map(({ title }) => title).join('; '));
      await vscode.workspace.applyEdit(suppress.edit);
      JSON.parse(document.getText());
      const left = await diagnosticsOf(document, (all) => rotation(all).length === 0);
      assert.ok(left.some(({ message }) => message.startsWith('Say why kms-rotation-off')));
    });

    it('are silenced by a suppression, and an unknown rule in one is reported', async () => {
      const document = await openText(
        'Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      # stackdrill-ignore kms-rotation-off: a test\n      EnableKeyRotation: false\n      # stackdrill-ignore no-such-rule: whatever\n      Enabled: true\n',
      );
      const found = await diagnosticsOf(document, (all) => all.length > 0);
      assert.deepEqual(rotation(found), []);
      assert.ok(found.some(({ message }) => message.includes('no rule "no-such-rule"')));
    });
  });

  it('read a document once for all providers', async () => {
    const { templates } = await stackDrill();
    const document = await open('orders.yaml');
    assert.equal(await templates.read(document), await templates.read(document));
  });

  it('read a template by its content, whatever its name', async () => {
    const document = await openText('{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 1}}}}', 'json');
    const text = await eventually(
      () => hoverAt(document, placeOf(document, 'DelaySeconds')),
      (found) => found !== '',
      vscode.languages.onDidChangeDiagnostics,
    );
    assert.match(text, /15 minutes/);
  });
});
