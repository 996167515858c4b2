import { demand, required } from './demands';
import type { Rule } from './rule';

const server = ['AWS::Transfer::Server'];

export const transferFamilyRules: readonly Rule[] = [
  demand(
    {
      id: 'transfer-plain-ftp',
      service: 'transfer-family',
      title: 'Plain FTP',
      why: 'FTP sends passwords and files in the clear.',
      severity: 'warning',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'transfer-family#protocols',
      types: server,
    },
    {
      path: 'Protocols.*',
      is: (protocol) => protocol !== 'FTP',
      whenAbsent: true,
      message: () => 'FTP encrypts neither passwords nor files. Use SFTP or FTPS.',
    },
  ),
  demand(
    {
      id: 'transfer-public-endpoint',
      service: 'transfer-family',
      title: 'Public endpoint',
      why: 'A public endpoint cannot filter by source address; one in a VPC has security groups.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 'transfer-family#public-endpoint',
      types: server,
    },
    {
      path: 'EndpointType',
      is: (type) => type !== 'PUBLIC',
      whenAbsent: false,
      message: (how) =>
        `The endpoint type ${how}${how === 'is not set' ? ', so PUBLIC' : ''}: everybody can reach the server. Put it in a VPC, with security groups.`,
    },
  ),
  demand(
    {
      id: 'transfer-old-security-policy',
      service: 'transfer-family',
      title: 'Old algorithms for file transfer',
      why: 'The policy of 2018 is the oldest of all, and AWS urges servers to its latest one.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'transfer-family#security-policy',
      types: server,
    },
    {
      path: 'SecurityPolicyName',
      is: (policy) => policy !== 'TransferSecurityPolicy-2018-11',
      whenAbsent: false,
      message: (how) =>
        `The security policy ${how}${how === 'is not set' ? ', so a template gets TransferSecurityPolicy-2018-11' : ''}, the oldest of all. Name the latest.`,
    },
  ),
  required(
    {
      id: 'transfer-no-logs',
      service: 'transfer-family',
      title: 'File transfers without logs',
      why: 'Without logs nobody can tell who fetched or left which file.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'transfer-family#logs',
      types: server,
    },
    {
      paths: ['StructuredLogDestinations', 'LoggingRole'],
      message: 'Nothing records logins and transfers. Name a log group in StructuredLogDestinations.',
    },
  ),
];
