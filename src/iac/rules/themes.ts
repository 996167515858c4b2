/** Tasks of exams by what a rule is about. */
export const themes = {
  access: ['saa-c03/1.2', 'sap-c02/3.2'],
  data: ['saa-c03/1.3', 'sap-c02/3.2'],
  operation: ['saa-c03/2.1', 'sap-c02/3.1'],
  reliability: ['saa-c03/2.2', 'sap-c02/3.4'],
  decoupling: ['saa-c03/2.1', 'sap-c02/3.4'],
  compute: ['saa-c03/3.2', 'sap-c02/3.3'],
  cost: ['saa-c03/4.2', 'sap-c02/3.5'],
} as const;
