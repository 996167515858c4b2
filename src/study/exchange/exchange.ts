/** What leaves and enters StackDrill: loaded late, when something is exported or imported. */
export { ankiText } from './anki';
export { backupText } from './backup';
export { reviewsCsv } from './csv';
export { planImport } from './importPlan';
