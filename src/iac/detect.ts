/** Larger files are not read: a template that CloudFormation takes has at most 1 MB. In UTF-16 code units. */
export const maxTemplateLength = 2 * 1024 * 1024;

export type Detection = { kind: 'cloudformation'; language: 'yaml' | 'json' } | { kind: 'cdk'; language: 'typescript' };

const resourceType = /(?:AWS|Alexa|Custom)::\w/;
const resourcesInYaml = /^\uFEFF?(?:Resources|"Resources"|'Resources')[ \t]*:/m;
const resourcesInJson = /"Resources"\s*:\s*\{/;
const cdkModule = /(?:from\s*|require\s*\(\s*)(['"])(?:aws-cdk-lib|@aws-cdk\/)/;

/**
 * Says from its content whether a file is a CloudFormation (or SAM) template or a CDK app, and in which
 * language; never from its name. Costs a few searches over the text, so it may run on any file.
 */
export function detect(text: string): Detection | undefined {
  if (resourceType.test(text)) {
    const first = text.charCodeAt(0) === 0xfeff ? text.slice(1, 4096).trimStart()[0] : text.slice(0, 4096).trimStart()[0];
    if (first === '{') return resourcesInJson.test(text) ? { kind: 'cloudformation', language: 'json' } : undefined;
    if (resourcesInYaml.test(text)) return { kind: 'cloudformation', language: 'yaml' };
  }
  return cdkModule.test(text) ? { kind: 'cdk', language: 'typescript' } : undefined;
}
