import { noneOf } from './databaseParts';
import { demand, switchedOn } from './demands';
import type { Rule } from './rule';

const ledger = ['AWS::QLDB::Ledger'];

export const qldbRules: readonly Rule[] = [
  {
    id: 'qldb-ended',
    service: 'qldb',
    title: 'Ledger of a service that has ended',
    why: 'QLDB ended in July 2025; the stack cannot be made any more.',
    severity: 'warning',
    tasks: ['sap-c02/4.4'],
    fact: 'qldb#ended',
    types: [...ledger, 'AWS::QLDB::Stream'],
    check: (resource) => [{ span: resource.typeSpan, message: 'QLDB ended on 31 July 2025. AWS names Aurora PostgreSQL with audit records in its place.' }],
  },
  demand(
    {
      id: 'qldb-permissions-all',
      service: 'qldb',
      title: 'Ledger without permissions by table',
      why: 'Whoever may send commands at all may run every one of them.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
      fact: 'qldb#ended',
      types: ledger,
    },
    {
      path: 'PermissionsMode',
      is: noneOf('ALLOW_ALL'),
      whenAbsent: true,
      message: (how) =>
        `PermissionsMode ${how}: whoever may send commands to the ledger may run every one of them. STANDARD asks IAM for each table and command.`,
    },
  ),
  switchedOn(
    {
      id: 'qldb-deletion-protection-off',
      service: 'qldb',
      title: 'Ledger without deletion protection',
      why: 'A ledger is kept to be proof; one call deletes it.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 'qldb#deletion-protection',
      types: ledger,
    },
    {
      path: 'DeletionProtection',
      onByDefault: true,
      message: (how) => `DeletionProtection ${how}: whoever may delete the ledger can do so in one step. It is on by default.`,
    },
  ),
];
