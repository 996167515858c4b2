import { field, listOf, members, namesOf, plain, seconds, shape } from '../converters';
import { known, type Converter } from '../expression';
import type { Props } from './construct';

const applicationProtocol = namesOf('ApplicationProtocol', 'HTTP', 'HTTPS');
const networkProtocol = namesOf('Protocol', 'HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE', 'QUIC', 'TCP_QUIC');

export const protocolOf: Converter = (expression) => applicationProtocol(expression) ?? networkProtocol(expression);

export const sslPolicy = members('SslPolicy', {
  RECOMMENDED_TLS: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  TLS13_RES: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  TLS13_EXT1: 'ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06',
  TLS13_EXT2: 'ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06',
  TLS13_10: 'ELBSecurityPolicy-TLS13-1-0-2021-06',
  TLS13_11: 'ELBSecurityPolicy-TLS13-1-1-2021-06',
  TLS13_13: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
  FORWARD_SECRECY_TLS12_RES_GCM: 'ELBSecurityPolicy-FS-1-2-Res-2020-10',
  FORWARD_SECRECY_TLS12_RES: 'ELBSecurityPolicy-FS-1-2-Res-2019-08',
  FORWARD_SECRECY_TLS12: 'ELBSecurityPolicy-FS-1-2-2019-08',
  FORWARD_SECRECY_TLS11: 'ELBSecurityPolicy-FS-1-1-2019-08',
  FORWARD_SECRECY: 'ELBSecurityPolicy-FS-2018-06',
  TLS12: 'ELBSecurityPolicy-TLS-1-2-2017-01',
  TLS12_EXT: 'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
  TLS11: 'ELBSecurityPolicy-TLS-1-1-2017-01',
  LEGACY: 'ELBSecurityPolicy-TLS-1-0-2015-04',
});

/** `healthCheck: { path: '/' }` of a target group. */
export const healthCheckSettings: Props = {
  healthCheck: [
    ['HealthCheckPath', field('path', plain)],
    ['HealthCheckPort', field('port', plain)],
    ['HealthCheckIntervalSeconds', field('interval', seconds)],
    ['HealthCheckTimeoutSeconds', field('timeout', seconds)],
    ['HealthyThresholdCount', field('healthyThresholdCount', plain)],
    ['UnhealthyThresholdCount', field('unhealthyThresholdCount', plain)],
    ['HealthCheckProtocol', field('protocol', networkProtocol)],
  ],
};

const classicProtocol = members('LoadBalancingProtocol', { TCP: 'tcp', SSL: 'ssl', HTTP: 'http', HTTPS: 'https' });

/** Listeners of a classic load balancer, as far as they are written; a method may add others. */
export const classicListeners: Converter = listOf(
  shape({
    externalPort: ['LoadBalancerPort', plain],
    internalPort: ['InstancePort', plain],
    externalProtocol: ['Protocol', classicProtocol],
    internalProtocol: ['InstanceProtocol', classicProtocol],
    sslCertificateArn: ['SSLCertificateId', plain],
    sslCertificateId: ['SSLCertificateId', plain],
  }),
);

/** `IpAddresses.cidr('10.0.0.0/16')` */
export const vpcAddresses: Converter = (expression) => {
  if (expression.kind !== 'call' || expression.name !== 'IpAddresses.cidr') return undefined;
  const [range] = expression.parameters;
  return range && plain(range);
};

/** The name of a hosted zone, to which the CDK adds a dot. */
export const zoneName: Converter = (expression) =>
  expression.kind === 'literal' && typeof expression.value === 'string' ? known(expression, expression.value.replace(/\.?$/, '.')) : undefined;
