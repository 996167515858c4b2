import { always } from '../model';
import { demand, placesAt, surelyUnset } from './demands';
import type { Rule } from './rule';

const certificate = ['AWS::CertificateManager::Certificate'];

export const certificateManagerRules: readonly Rule[] = [
  demand(
    {
      id: 'acm-transparency-off',
      service: 'certificate-manager',
      title: 'Certificate kept out of the transparency logs',
      why: 'Browsers distrust certificates that are in no log, and nobody notices a wrongly issued one.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.5'],
      fact: 'certificate-manager#transparency',
      types: certificate,
    },
    {
      path: 'CertificateTransparencyLoggingPreference',
      is: (known) => known !== 'DISABLED',
      whenAbsent: true,
      message: (how) => `Transparency logging ${how}: browsers such as Chrome may refuse this certificate.`,
    },
  ),
  demand(
    {
      id: 'acm-email-validation',
      service: 'certificate-manager',
      title: 'Certificate validated by e-mail',
      why: 'Each renewal waits for somebody who answers a message; a DNS record answers by itself.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.5'],
      fact: 'certificate-manager#dns-validation',
      types: certificate,
    },
    {
      path: 'ValidationMethod',
      is: (known) => known !== 'EMAIL',
      whenAbsent: false,
      when: (resource) => surelyUnset(resource, 'CertificateAuthorityArn'),
      message: (how) => `ValidationMethod ${how}: ACM asks for approval by e-mail, at each renewal again. Validate by DNS.`,
    },
  ),
  {
    id: 'acm-wildcard-name',
    service: 'certificate-manager',
    title: 'Certificate for all names of a domain',
    why: 'One stolen key then speaks for every host below the domain.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'certificate-manager#names',
    types: certificate,
    check: (resource) =>
      [...placesAt(resource, 'DomainName'), ...placesAt(resource, 'SubjectAlternativeNames.*')]
        .filter(({ value }) => always(value, (known) => String(known).startsWith('*.')))
        .map(({ span }) => ({
          span,
          message: 'A wildcard name covers every host one level below the domain. List the names where they are known; public certificates are free.',
        })),
  },
];
