import { switchedOn } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const ofWorkspace = { service: 'workspaces', types: ['AWS::WorkSpaces::Workspace'] } as const;

export const workspacesRules: readonly Rule[] = [
  switchedOn(
    {
      ...ofWorkspace,
      id: 'workspaces-root-unencrypted',
      title: 'Desktop with an unencrypted root volume',
      why: 'Programs and caches on the root volume hold data of the user too.',
      severity: 'information',
      tasks: themes.data,
      fact: 'workspaces#encryption',
    },
    {
      path: 'RootVolumeEncryptionEnabled',
      message: (how) => `Encryption of the root volume ${how}. It can be chosen only when the desktop is created.`,
    },
  ),
  switchedOn(
    {
      ...ofWorkspace,
      id: 'workspaces-user-unencrypted',
      title: 'Desktop with an unencrypted user volume',
      why: 'The user volume holds the documents of its user.',
      severity: 'information',
      tasks: themes.data,
      fact: 'workspaces#encryption',
    },
    {
      path: 'UserVolumeEncryptionEnabled',
      message: (how) => `Encryption of the user volume ${how}. It can be chosen only when the desktop is created.`,
    },
  ),
];
