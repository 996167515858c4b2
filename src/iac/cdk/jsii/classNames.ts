import type { ResourceTypes } from '../../resourceTypes';
import type { ImportedClass } from '../names';
import { moduleHaving } from './wildcards';

/** A name from the root of the CDK's library, `["software", "amazon", "awscdk", "services", "s3", "Bucket"]`, if it is one. */
export type LibraryClass = (path: readonly string[]) => ImportedClass | undefined;

/** Which names of a source file in Java or C# stand for the CDK's classes and their static members. */
export class ClassNames {
  readonly #types: ResourceTypes;
  readonly #libraryClass: LibraryClass;
  readonly #classes = new Map<string, ImportedClass>();
  readonly #modules: string[] = [];
  /** Names of static members, `KMS`, with their classes in front: `BucketEncryption.KMS`. */
  readonly #members = new Map<string, string>();
  readonly #classesOfMembers: string[] = [];
  readonly #foreign = new Set<string>();

  constructor(types: ResourceTypes, libraryClass: LibraryClass) {
    this.#types = types;
    this.#libraryClass = libraryClass;
  }

  importClass(name: string, imported: ImportedClass): void {
    this.#classes.set(name, imported);
  }

  /** All classes of a module, by a wildcard import or a namespace. */
  importModule(module: string): void {
    this.#modules.push(module);
  }

  importMember(name: string, member: string): void {
    this.#members.set(name, member);
  }

  importMembersOf(name: string): void {
    this.#classesOfMembers.push(name);
  }

  /** A class of the app itself or of another library. */
  addForeign(name: string): void {
    this.#foreign.add(name);
  }

  isForeign(name: string): boolean {
    return this.#foreign.has(name);
  }

  /** The class that a path of names stands for, where it is certain of which module it is. */
  classAt(path: readonly string[]): ImportedClass | undefined {
    const [first = '', ...rest] = path;
    const found = this.#libraryClass(path);
    if (found) return found.name === '' ? undefined : found;
    const imported = this.#classes.get(first);
    if (imported) return { ...imported, name: [imported.name, ...rest].join('.') };
    if (this.#foreign.has(first) || rest.length > 0) return undefined;
    const module = moduleHaving(first, this.#modules, this.#types);
    return module === undefined ? undefined : { module, name: first };
  }

  /** A class of the CDK with what follows it, `BucketEncryption.KMS`, of whichever module it is. */
  staticName(path: readonly string[]): string | undefined {
    const known = this.classAt(path);
    if (known) return known.name;
    const first = path[0] ?? '';
    return this.#modules.length > 0 && /^[A-Z]/.test(first) && !this.#foreign.has(first) ? path.join('.') : undefined;
  }

  /** What a name by itself stands for by a static import. */
  importedMember(name: string): string | undefined {
    const only = this.#classesOfMembers.length === 1 ? this.#classesOfMembers[0] : undefined;
    return this.#members.get(name) ?? (only === undefined ? undefined : `${only}.${name}`);
  }
}
