import { z } from 'zod';

/**
 * The content format. This schema is the one truth: the types below, the validation in
 * `parseContent.ts` and the JSON Schemas in `notes/schema/` are all made from it.
 */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens, for example "visibility-timeout"');

/** A fact, decision or question inside a note: `sqs#retention`. */
const reference = z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'use note#id, for example "sqs#retention"');

/** A task statement of an exam: `sap-c02/2.4`. */
const taskReference = z.string().regex(/^[a-z0-9-]+\/\d+\.\d+$/, 'use exam/task, for example "sap-c02/2.4"');

const date = z.iso.date('use a date as YYYY-MM-DD');

/** A month or a year is allowed where AWS named no day. */
const looseDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'use YYYY, YYYY-MM or YYYY-MM-DD, in quotation marks');

/** A page that AWS publishes; nothing else counts as the source of a fact, Docker's reference of the Dockerfile aside. */
const source = z
  .url('use the full address of the page')
  .regex(
    /^https:\/\/([a-z0-9-]+\.)*(aws\.amazon\.com|amazonaws\.com|amazon\.science|awsstatic\.com|cloudfront\.net|aws\.dev|aws\.training)\/|^https:\/\/docs\.docker\.com\/reference\/dockerfile\//,
    'name a page published by AWS',
  );

const line = z.string().trim().min(1).max(400, 'keep it under 400 characters');
const paragraph = z.string().trim().min(1).max(1500, 'keep it under 1,500 characters');

const wasSchema = z.strictObject({
  statement: line.describe('What older study material says, in our words.'),
  until: looseDate.describe('When it stopped being true; leave out where AWS gives no date.').optional(),
  source: source.optional(),
});

const factSchema = z.strictObject({
  id: slug,
  statement: line.describe('One checkable statement, true today, that reads well on its own in a hover.'),
  kind: z.enum(['limit', 'default', 'behaviour', 'price', 'definition']),
  value: z.union([z.number(), z.string()]).optional(),
  unit: z.string().optional(),
  property: z
    .string()
    .regex(/^[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+\/[A-Za-z0-9.]+$/, 'use Type/Property, for example "AWS::SQS::Queue/DelaySeconds"')
    .describe('The CloudFormation property the fact belongs to; nested ones are joined by dots, list items left out.')
    .optional(),
  propertyValue: z.string().describe('Set where the fact is about one value of the property, for example "gp2" of AWS::EC2::Volume/VolumeType.').optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  default: z.union([z.number(), z.string(), z.boolean()]).optional(),
  source,
  checked: date,
  was: z.array(wasSchema).min(1).optional(),
});

const decisionSchema = z.strictObject({
  id: slug,
  need: line.describe('The requirement, as an exam question would state it.'),
  not: line.describe('What looks right and is not.'),
  use: line.describe('What to use.'),
  why: paragraph,
  source,
  checked: date,
  was: z.array(wasSchema).min(1).optional(),
});

const noteFields = {
  id: slug,
  aliases: z.array(z.string().min(1)).default([]).describe('Other names, old names and abbreviations, for search.'),
  summary: line.describe('What it is, in one line; the first line of a hover.'),
  tasks: z.array(taskReference).min(1),
  facts: z.array(factSchema).default([]),
  decisions: z.array(decisionSchema).default([]),
};

export const serviceSchema = z.strictObject({
  ...noteFields,
  name: z.string().min(1).describe('The name in use, short enough for a tree, for example "Amazon SQS".'),
  fullName: z.string().min(1).optional(),
  category: z.enum([
    'analytics',
    'application-integration',
    'compute',
    'containers',
    'cost-management',
    'database',
    'developer-tools',
    'end-user-computing',
    'machine-learning',
    'management',
    'media',
    'migration',
    'networking',
    'security',
    'storage',
  ]),
  status: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('current') }),
    z.strictObject({
      state: z.enum(['closed', 'retired']).describe('closed: to new customers; retired: for everyone'),
      since: looseDate,
      replacement: line,
      source,
    }),
  ]),
  types: z
    .array(z.string().regex(/^[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+$/))
    .default([])
    .describe('CloudFormation types that this service owns.'),
  cdk: z.array(z.string()).default([]).describe('CDK modules, for example "aws-cdk-lib/aws-sqs".'),
  page: source.describe("AWS's own page about the service."),
  cues: z
    .array(z.strictObject({ words: line, meaning: line }))
    .default([])
    .describe('Cue words by which exam questions point to (or away from) this service.'),
  traps: z.array(line).default([]),
});

export const topicSchema = z.strictObject({
  ...noteFields,
  title: z.string().min(1),
  services: z.array(slug).default([]),
});

const optionSchema = z.strictObject({
  text: line,
  correct: z.boolean().default(false),
  rationale: paragraph.describe('Why it is right, or why it is wrong here and under which requirement it would be right.'),
  tempting: line.describe('Wrong options only: why one might have chosen this.').optional(),
});

const questionFields = {
  id: slug,
  tasks: z.array(taskReference).min(1),
  services: z.array(slug).min(1),
  facts: z.array(reference).min(1).describe('Facts and decisions that the question tests.'),
  level: z.enum(['remember', 'understand', 'apply', 'analyze', 'evaluate']).describe("Bloom's level."),
  stem: paragraph,
  sources: z.array(source).min(1),
  checked: date,
};

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...questionFields, type: z.literal('choice'), options: z.array(optionSchema).min(3).max(6) }),
  z.strictObject({ ...questionFields, type: z.literal('multiple-response'), options: z.array(optionSchema).min(5).max(8) }),
  z.strictObject({
    ...questionFields,
    type: z.literal('ordering'),
    steps: z
      .array(z.strictObject({ text: line, rationale: paragraph }))
      .min(3)
      .max(8)
      .describe('In the right order.'),
  }),
  z.strictObject({
    ...questionFields,
    type: z.literal('matching'),
    pairs: z
      .array(z.strictObject({ left: line, right: line, rationale: paragraph }))
      .min(3)
      .max(8),
  }),
  z.strictObject({
    ...questionFields,
    type: z.literal('number'),
    answer: z.strictObject({ value: z.number(), tolerance: z.number().min(0).default(0), unit: z.string() }),
    rationale: paragraph,
  }),
]);

export const questionFileSchema = z.strictObject({ questions: z.array(questionSchema).min(1) });

/** The same with any questions: they are read one by one, so that a mistake costs only its own. */
export const questionListSchema = z.strictObject({ questions: z.array(z.unknown()).min(1) });

const taskSchema = z.strictObject({
  id: z.string().regex(/^\d+\.\d+$/),
  title: line.describe('The task statement in our words.'),
});

const domainSchema = z.strictObject({
  id: z.string().regex(/^\d+$/),
  title: line,
  weight: z.number().min(0).max(100).describe('Percent of the scored content.'),
  tasks: z.array(taskSchema).min(1),
});

export const examSchema = z.strictObject({
  id: slug,
  code: z.string().min(1),
  title: z.string().min(1),
  state: z.enum(['current', 'retired']),
  since: looseDate,
  until: looseDate.optional(),
  replacement: slug.optional(),
  questions: z.int().positive().describe('Questions in one sitting, unscored ones included.'),
  unscored: z.int().min(0),
  minutes: z.int().positive(),
  passingScore: z.int().positive().describe('Scaled score, 100 to 1,000.').optional(),
  domains: z.array(domainSchema).min(1),
  remark: paragraph.optional(),
  source,
  checked: date,
});

export type Exam = z.output<typeof examSchema>;
export type ExamDomain = z.output<typeof domainSchema>;
export type ExamTask = z.output<typeof taskSchema>;
export type Fact = z.output<typeof factSchema>;
export type Decision = z.output<typeof decisionSchema>;
export type Question = z.output<typeof questionSchema>;
/** What a note file holds: its front matter and its Markdown body. */
export type Service = z.output<typeof serviceSchema> & { body: string };
export type Topic = z.output<typeof topicSchema> & { body: string };
