import type { Resource, Template } from '../model';
import type { RuleContext } from './rule';

/** Looks resources up by name and type, building its tables on first use. */
export class TemplateContext implements RuleContext {
  readonly template: Template;
  #byName: Map<string, Resource> | undefined;
  #byType: Map<string, Resource[]> | undefined;

  constructor(template: Template) {
    this.template = template;
  }

  resource(target: string): Resource | undefined {
    this.#byName ??= new Map(this.template.resources.map((resource) => [resource.holder ?? resource.id, resource]));
    return this.#byName.get(target);
  }

  ofType(type: string): readonly Resource[] {
    if (!this.#byType) {
      this.#byType = new Map();
      for (const resource of this.template.resources) {
        const list = this.#byType.get(resource.type);
        if (list) list.push(resource);
        else this.#byType.set(resource.type, [resource]);
      }
    }
    return this.#byType.get(type) ?? [];
  }
}
