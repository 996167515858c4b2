import type { Resource, Template } from '../model';
import type { RuleContext } from './rule';

/** Looks resources up by name and type, building its tables on first use. */
export class TemplateContext implements RuleContext {
  readonly template: Template;
  /** Whether a rule has asked which resources of a type there are. */
  asked = false;
  /** Whether a rule has looked at any other resource, so that what it says does not follow from its own resource alone. */
  looked = false;
  readonly #resources: () => readonly Resource[];
  #byName: Map<string, Resource> | undefined;
  #byType: Map<string, Resource[]> | undefined;

  /** `resources` gives those of the template as rules see them; it is called when a rule first asks for others. */
  constructor(template: Template, resources: () => readonly Resource[] = () => template.resources) {
    let made: readonly Resource[] | undefined;
    this.#resources = () => (made ??= resources());
    const all = (): readonly Resource[] => {
      this.looked = true;
      return this.#resources();
    };
    this.template = {
      ...template,
      get resources(): readonly Resource[] {
        return all();
      },
    };
  }

  beginRule(): void {
    this.asked = false;
    this.looked = false;
  }

  resource(target: string): Resource | undefined {
    this.looked = true;
    if (!this.#byName) {
      this.#byName = new Map();
      // Of the resources that one of SAM becomes the first has its name.
      for (const resource of this.#resources()) {
        const name = resource.holder ?? resource.id;
        if (!resource.origin || !this.#byName.has(name)) this.#byName.set(name, resource);
      }
    }
    return this.#byName.get(target);
  }

  ofType(type: string): readonly Resource[] {
    this.asked = true;
    this.looked = true;
    if (!this.#byType) {
      this.#byType = new Map();
      for (const resource of this.#resources()) {
        const list = this.#byType.get(resource.type);
        if (list) list.push(resource);
        else this.#byType.set(resource.type, [resource]);
      }
    }
    return this.#byType.get(type) ?? [];
  }
}
