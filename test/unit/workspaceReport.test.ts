import assert from 'node:assert/strict';
import { reportOf, type ScannedFile } from '../../src/editor/workspaceReport';
import { ruleNamed } from '../../src/iac/rules/rules';
import { Schedule } from '../../src/study/schedule';
import { cardOf } from '../../src/study/session';
import { realKnowledge } from './support';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21);
const knowledge = realKnowledge();
const exam = knowledge.exam('sap-c02')!;
const finding = (id: string, line: number): ScannedFile['findings'][number] => ({ rule: ruleNamed(id)!, message: 'Wrong.', resource: 'It', line, column: 4 });
const files: ScannedFile[] = [
  { uri: 'file:///a.yaml', path: 'a.yaml', types: ['AWS::SQS::Queue', 'AWS::SQS::Queue', 'AWS::S3::Bucket'], findings: [finding('sqs-unencrypted', 3)] },
  {
    uri: 'file:///b.yaml',
    path: 'b.yaml',
    types: ['AWS::SQS::Queue', 'AWS::Unheard::Of'],
    findings: [finding('rds-single-az', 7), finding('sqs-unencrypted', 9)],
  },
];

describe('A report on a workspace', () => {
  it('counts files, resources, findings and services, the most used first', () => {
    const report = reportOf(files, knowledge, exam, new Schedule(), now);
    assert.deepEqual([report.files, report.resources, report.findings], [2, 5, 3]);
    assert.deepEqual(
      report.services.map(({ service, resources, files: inFiles }) => [service.id, resources, inFiles]),
      [
        ['sqs', 3, 2],
        ['s3', 1, 1],
      ],
    );
  });

  it('has every domain of the exam, with the services and findings that it asks about', () => {
    const { domains } = reportOf(files, knowledge, exam, new Schedule(), now);
    assert.deepEqual(
      domains.map(({ domain }) => domain.id),
      exam.domains.map(({ id }) => id),
    );
    for (const { domain, findings, services } of domains) {
      for (const { rule } of findings) assert.ok(rule.tasks.some((task) => task.startsWith(`sap-c02/${domain.id}.`)));
      for (const { service } of services) assert.ok(service.tasks.some((task) => task.startsWith(`sap-c02/${domain.id}.`)));
    }
    const second = domains.find(({ domain }) => domain.id === '2')!;
    assert.ok(second.findings.some(({ rule, file }) => rule.id === 'rds-single-az' && file.path === 'b.yaml'));
  });

  it('calls a service weak until its questions are answered, and again when they are due', () => {
    const weak = (schedule: Schedule, at: number): boolean =>
      reportOf(files, knowledge, exam, schedule, at).services.find(({ service }) => service.id === 'sqs')!.weak;
    const schedule = new Schedule();
    assert.equal(weak(schedule, now), true);
    for (const question of knowledge.questionsOfService('sqs')) {
      schedule.add({ card: cardOf(question), time: now, grade: 3, correct: true });
    }
    assert.equal(weak(schedule, now), false);
    assert.equal(weak(schedule, now + 400 * day), true);
  });

  it('has no domains without an exam, and nothing of no files', () => {
    assert.deepEqual(reportOf(files, knowledge, undefined, new Schedule(), now).domains, []);
    const nothing = reportOf([], knowledge, exam, new Schedule(), now);
    assert.deepEqual([nothing.files, nothing.services, nothing.domains.flatMap(({ findings }) => findings)], [0, [], []]);
  });
});
