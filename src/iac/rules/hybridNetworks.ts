import { isTrue } from '../model';
import { demand, isUnset, itemsAt, placesAt, placesIn, switchedOff, switchedOn } from './demands';
import { namersOf } from './references';
import type { Rule } from './rule';

const connection = ['AWS::EC2::VPNConnection'];
const tunnels = 'VpnTunnelOptionsSpecifications';
const security = ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'] as const;
const connectivity = ['saa-c03/3.4', 'sap-c02/1.1', 'sap-2014/4.2'] as const;
const noLogs = 'The tunnels keep no log of their negotiation. Set LogEnabled in LogOptions.CloudwatchLogOptions of both tunnels.';

export const hybridNetworkRules: readonly Rule[] = [
  switchedOff(
    {
      id: 'vpn-static-routes',
      service: 'site-to-site-vpn',
      title: 'VPN with static routes',
      why: 'Only BGP notices a dead tunnel and moves the traffic to the other one by itself.',
      severity: 'hint',
      tasks: connectivity,
      fact: 'site-to-site-vpn#dynamic',
      types: connection,
    },
    { path: 'StaticRoutesOnly', message: (how) => `StaticRoutesOnly ${how}: the routes are kept by hand. Use BGP where the device at the other end can.` },
  ),
  {
    id: 'vpn-tunnel-logs-off',
    service: 'site-to-site-vpn',
    title: 'VPN tunnels without logs',
    why: 'Without logs of the negotiation nobody can tell why a tunnel is down.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.1'],
    fact: 'site-to-site-vpn#tunnel-logs',
    types: connection,
    check: (resource) => {
      const path = 'LogOptions.CloudwatchLogOptions.LogEnabled';
      const unset = placesAt(resource, tunnels).filter(isUnset);
      if (unset.length > 0) return unset.map(({ span }) => ({ span, message: noLogs }));
      return itemsAt(resource, tunnels).flatMap((tunnel) =>
        placesIn(tunnel, path, tunnel)
          .filter((place) => isUnset(place) || (place.value?.kind === 'known' && !isTrue(place.value.value)))
          .map(({ span }) => ({ span, message: noLogs })),
      );
    },
  },
  {
    id: 'vpn-single-connection',
    service: 'site-to-site-vpn',
    title: 'Site with a single VPN connection',
    why: 'Both tunnels of a connection end at one device of yours; when it fails, the site is cut off.',
    severity: 'hint',
    tasks: connectivity,
    fact: 'site-to-site-vpn#two-tunnels',
    types: ['AWS::EC2::CustomerGateway'],
    check: (resource, context) => {
      const all = ['AWS::EC2::CustomerGateway', 'AWS::EC2::VPNConnection'].map((type) => context.ofType(type).length);
      const [own] = namersOf(resource, 'AWS::EC2::VPNConnection', 'CustomerGatewayId', context);
      return all.every((count) => count === 1) && own
        ? [
            {
              span: resource.typeSpan,
              message: `${own.id} is the only connection and ends at this one device. A second device with a connection of its own survives a failure.`,
            },
          ]
        : undefined;
    },
  },
  switchedOn(
    {
      id: 'client-vpn-log-off',
      service: 'site-to-site-vpn',
      title: 'Client VPN without connection logs',
      why: 'Without the log nobody can tell who was in the network, and when.',
      severity: 'information',
      tasks: security,
      fact: 'site-to-site-vpn#people-not-sites',
      types: ['AWS::EC2::ClientVpnEndpoint'],
    },
    {
      path: 'ConnectionLogOptions.Enabled',
      message: (how) => `ConnectionLogOptions.Enabled ${how}, so no connection is recorded. Turn it on with a log group.`,
    },
  ),
  switchedOff(
    {
      id: 'client-vpn-all-groups',
      service: 'site-to-site-vpn',
      title: 'Client VPN that admits everyone to a network',
      why: 'Whoever can connect then reaches the network, whatever group they are in.',
      severity: 'hint',
      tasks: security,
      fact: 'site-to-site-vpn#people-not-sites',
      types: ['AWS::EC2::ClientVpnAuthorizationRule'],
    },
    {
      path: 'AuthorizeAllGroups',
      message: (how) => `AuthorizeAllGroups ${how}: every user who can connect reaches this network. Name the group in AccessGroupId.`,
    },
  ),
  demand(
    {
      id: 'transit-gateway-auto-accept',
      service: 'transit-gateway',
      title: 'Transit gateway that accepts every attachment',
      why: 'Any account that the gateway is shared with then joins the network without anybody looking.',
      severity: 'information',
      tasks: connectivity,
      fact: 'transit-gateway#sharing',
      types: ['AWS::EC2::TransitGateway'],
    },
    {
      path: 'AutoAcceptSharedAttachments',
      is: (value) => value !== 'enable',
      whenAbsent: true,
      message: () => 'Attachments of other accounts are accepted at once. Set it to disable and accept each by hand.',
      fix: { title: 'Accept attachments by hand', value: 'disable' },
    },
  ),
  demand(
    {
      id: 'transit-gateway-default-routes',
      service: 'transit-gateway',
      title: 'Transit gateway in which everything reaches everything',
      why: 'With the default route table test reaches production, and each new attachment reaches all others at once.',
      severity: 'hint',
      tasks: connectivity,
      fact: 'transit-gateway#association',
      types: ['AWS::EC2::TransitGateway'],
    },
    {
      path: 'DefaultRouteTableAssociation',
      is: (value) => value === 'disable',
      whenAbsent: false,
      message: (how) =>
        `DefaultRouteTableAssociation ${how}: all attachments share one route table and reach each other. Keep route tables of your own where environments must be apart.`,
    },
  ),
  switchedOn(
    {
      id: 'global-accelerator-flow-logs-off',
      service: 'global-accelerator',
      title: 'Accelerator without flow logs',
      why: 'Without flow logs nobody can tell which clients came through the accelerator.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'global-accelerator#flow-logs',
      types: ['AWS::GlobalAccelerator::Accelerator'],
    },
    { path: 'FlowLogsEnabled', message: (how) => `FlowLogsEnabled ${how}, so nothing records the traffic. Turn it on with a bucket in FlowLogsS3Bucket.` },
  ),
  switchedOn(
    {
      id: 'global-accelerator-client-address-off',
      service: 'global-accelerator',
      title: 'Accelerator that hides the address of its clients',
      why: 'Without the address of the client, logs, limits and AWS WAF behind the accelerator see Global Accelerator only.',
      severity: 'hint',
      tasks: ['saa-c03/3.4', 'sap-c02/3.2'],
      fact: 'global-accelerator#client-ip',
      types: ['AWS::GlobalAccelerator::EndpointGroup'],
    },
    {
      path: 'EndpointConfigurations.*.ClientIPPreservationEnabled',
      onByDefault: true,
      message: (how) => `ClientIPPreservationEnabled ${how}: the endpoint sees addresses of Global Accelerator in place of its clients'.`,
    },
  ),
];
