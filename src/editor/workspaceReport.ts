import type { Knowledge } from '../knowledge/knowledge';
import type { Exam, ExamDomain, Service } from '../knowledge/schema';
import { progressOf, type Progress } from '../study/progress';
import type { Schedule } from '../study/schedule';
import type { Rule } from '../iac/rules/rule';

/** What a scan keeps of one file: little, so that a large workspace fits. */
export interface ScannedFile {
  readonly uri: string;
  /** Path within the workspace. */
  readonly path: string;
  /** Types of its resources, one for each resource. */
  readonly types: readonly string[];
  readonly findings: readonly ScannedFinding[];
}

export interface ScannedFinding {
  readonly rule: Rule;
  readonly message: string;
  readonly resource: string;
  /** Counted from 0. */
  readonly line: number;
  readonly column: number;
}

export interface ServiceUse {
  readonly service: Service;
  readonly resources: number;
  readonly files: number;
  readonly progress: Progress;
  /** Its questions were answered wrongly or are due, or none was ever answered. */
  readonly weak: boolean;
}

export interface LocatedFinding extends ScannedFinding {
  readonly file: ScannedFile;
}

export interface DomainUse {
  readonly domain: ExamDomain;
  readonly services: readonly ServiceUse[];
  readonly findings: readonly LocatedFinding[];
}

export interface WorkspaceReport {
  readonly files: number;
  readonly resources: number;
  readonly findings: number;
  /** Most used first. */
  readonly services: readonly ServiceUse[];
  /** All domains of the exam, those that nothing here touches too. */
  readonly domains: readonly DomainUse[];
}

/** Which services and exam domains the scanned files touch, what is weak among them, and their findings by domain. */
export function reportOf(files: readonly ScannedFile[], knowledge: Knowledge, exam: Exam | undefined, schedule: Schedule, now: number): WorkspaceReport {
  const services = servicesIn(files, knowledge, schedule, now);
  const findings = files.flatMap((file) => file.findings.map((finding): LocatedFinding => ({ ...finding, file })));
  return {
    files: files.length,
    resources: files.reduce((sum, { types }) => sum + types.length, 0),
    findings: findings.length,
    services,
    domains: (exam?.domains ?? []).map((domain) => {
      const touches = (tasks: readonly string[]): boolean => tasks.some((task) => task.startsWith(`${exam?.id ?? ''}/${domain.id}.`));
      return {
        domain,
        services: services.filter(({ service }) => touches(service.tasks)),
        findings: findings.filter(({ rule }) => touches(rule.tasks)),
      };
    }),
  };
}

function servicesIn(files: readonly ScannedFile[], knowledge: Knowledge, schedule: Schedule, now: number): ServiceUse[] {
  const uses = new Map<Service, { resources: number; files: Set<ScannedFile> }>();
  for (const file of files) {
    for (const type of file.types) {
      const service = knowledge.serviceOf(type);
      if (!service) continue;
      const use = uses.get(service) ?? { resources: 0, files: new Set() };
      use.resources++;
      use.files.add(file);
      uses.set(service, use);
    }
  }
  return [...uses]
    .map(([service, use]): ServiceUse => {
      const questions = knowledge.questionsOfService(service.id);
      const progress = progressOf(questions, schedule, now);
      return { service, resources: use.resources, files: use.files.size, progress, weak: questions.length > 0 && (progress.seen === 0 || progress.due > 0) };
    })
    .sort((one, other) => other.resources - one.resources || one.service.name.localeCompare(other.service.name));
}
