import { z } from 'zod';
import { examSchema, questionFileSchema, serviceSchema, topicSchema } from '../knowledge/schema';

/** JSON Schemas of the content files by name, for editors that complete and check while somebody writes. */
export function jsonSchemas(): Record<string, string> {
  const schemas = { exam: examSchema, service: serviceSchema, topic: topicSchema, questions: questionFileSchema };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ title: `StackDrill: ${name}`, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
