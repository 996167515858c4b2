import { demand, switchedOn } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const ofReceipt = { service: 'ses', types: ['AWS::SES::ReceiptRule'] } as const;

export const sesRules: readonly Rule[] = [
  demand(
    {
      id: 'ses-tls-optional',
      service: 'ses',
      title: 'Mail that may leave without TLS',
      why: 'When TLS is optional a mail server, or somebody between, can have the mail in the clear.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'ses#tls',
      types: ['AWS::SES::ConfigurationSet'],
    },
    {
      path: 'DeliveryOptions.TlsPolicy',
      is: (policy) => String(policy).toUpperCase() === 'REQUIRE',
      whenAbsent: false,
      message: (how) => `The TLS policy ${how}: mail goes out in the clear where a server offers no TLS. REQUIRE drops such mail instead.`,
    },
  ),
  demand(
    {
      ...ofReceipt,
      id: 'ses-receipt-tls-optional',
      title: 'Mail that may arrive without TLS',
      why: 'When TLS is optional a sender, or somebody between, can hand in the mail in the clear.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'ses#receipt-tls',
    },
    {
      path: 'Rule.TlsPolicy',
      is: (policy) => policy === 'Require',
      whenAbsent: false,
      message: (how) => `The TLS policy ${how}, and Optional is the default: mail is taken in the clear too. Require bounces it.`,
    },
  ),
  switchedOn(
    {
      ...ofReceipt,
      id: 'ses-receipt-unscanned',
      title: 'Received mail that nobody scans',
      why: 'Unscanned mail brings viruses and spam to what works on it.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'ses#receipt-scan',
    },
    { path: 'Rule.ScanEnabled', message: (how) => `Scanning ${how}: spam and viruses go through to the actions of this rule.` },
  ),
];
