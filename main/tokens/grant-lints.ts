import type { Lint, TokenRequestOutput } from '../contract/tokens';
import { serverWideOn } from './ceiling';
import { amber, plain, red } from './finding';
import { videoClaims } from './grants';

const quarterHour = 15 * 60;
/** The server hands a connected client a new token of ten minutes or more every five, whatever its first one said. */
const refreshed = 10 * 60;
const onlyInRoom = ['canPublish', 'canSubscribe', 'canPublishData', 'hidden', 'recorder', 'canUpdateOwnMetadata'] as const;
/** Kinds that LiveKit's own services give to the participants they bring. */
const servicesKinds = ['ingress', 'egress', 'sip', 'connector', 'bridge'];

function joinLints({ grants, room }: TokenRequestOutput): Lint[] {
  if (grants.roomJoin) return [];
  const others = grants.sipAdmin || grants.sipCall || grants.inference || grants.observability;
  if (Object.keys(videoClaims({ grants, room })).length === 0 && !others)
    return [red('does-nothing', { cure: { 'grants.roomJoin': true } })];
  const idle = onlyInRoom.filter((name) => grants[name]);
  if (idle.length === 0) return [plain('no-join')];
  return [amber('no-join', { values: { grants: idle.join(', ') }, cure: { 'grants.roomJoin': true } })];
}

function presenceLints({ grants, kind }: TokenRequestOutput): Lint[] {
  const { hidden, agent, recorder } = grants;
  return [
    ...(hidden && !agent && !recorder ? [amber('hidden-not-agent', { cure: { 'grants.agent': true } })] : []),
    ...(agent && !hidden && kind !== 'agent' ? [plain('agent-visible', { cure: { kind: 'agent' } })] : []),
    ...(agent ? [plain('agent-worker')] : []),
    ...(recorder ? [plain('recorder-visible')] : []),
    ...(kind === 'agent' && !agent ? [amber('kind-not-agent', { cure: { 'grants.agent': true } })] : []),
    ...(kind && servicesKinds.includes(kind) ? [amber('kind-of-service', { values: { kind }, cure: { kind: null } })] : []),
  ];
}

/** What the grants do together, and what they do not do alone. */
export function grantLints(request: TokenRequestOutput, { cloud }: { cloud: boolean }): Lint[] {
  const { grants, ttlSeconds, roomPreset } = request;
  const wide = serverWideOn(grants);
  return [
    ...joinLints(request),
    ...(wide.length > 0
      ? [
          amber('server-wide', {
            values: { grants: wide.join(', ') },
            ...(ttlSeconds > quarterHour && { cure: { ttlSeconds: quarterHour } }),
          }),
        ]
      : []),
    ...(!grants.canPublish && grants.canPublishSources.length > 0
      ? [amber('publish-off-sources', { cure: { 'grants.canPublishSources': [] } })]
      : []),
    ...(grants.roomJoin && grants.canPublishData && !grants.canPublish ? [plain('data-without-publish')] : []),
    ...presenceLints(request),
    ...(grants.roomJoin && grants.roomAdmin ? [plain('moderator-needs-app')] : []),
    ...(grants.destinationRoom && !cloud ? [amber('destination-cloud-only', { cure: { 'grants.destinationRoom': '' } })] : []),
    ...(roomPreset ? [plain('room-preset-unknown', { values: { roomPreset }, cure: { roomPreset: '' } })] : []),
    ...(grants.roomJoin && ttlSeconds < refreshed ? [plain('lifetime-stays-connected')] : []),
  ];
}
