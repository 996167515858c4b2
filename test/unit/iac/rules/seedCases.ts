export const seedCases = {};
