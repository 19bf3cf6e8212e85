import type { ReadClaims } from './claims';
import { isDependent, participantKinds, trackSources } from './grants';
import { bytesOf, displayNameLints, limits, nameLints } from './name-lints';
import { roomConfigLints } from './room-config-lints';
import { amber, type Lint, plain, red } from './token-lints';

/** Kinds that LiveKit's own services give to the participants they bring. */
const servicesKinds = ['ingress', 'egress', 'sip', 'connector', 'bridge'];

function carriedLints({ metadata = '', attributes = {} }: ReadClaims): Lint[] {
  const metadataBytes = bytesOf(metadata);
  const attributeBytes = Object.entries(attributes).reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value), 0);
  return [
    ...(metadataBytes > limits.metadata
      ? [red('metadata-too-big', { values: { bytes: metadataBytes, limit: limits.metadata }, cure: { metadata: '' } })]
      : []),
    ...(attributeBytes > limits.attributes
      ? [red('attributes-too-big', { values: { bytes: attributeBytes, limit: limits.attributes }, cure: { attributes: {} } })]
      : []),
  ];
}

/** A source that the server does not know, or knows in other letters, is none. */
function publishLints({ video = {} }: ReadClaims): Lint[] {
  const { canPublish, canPublishSources = [] } = video;
  const unknown = canPublishSources.filter((source) => !trackSources.some((known) => known === source));
  return [
    ...(canPublish === false && canPublishSources.length > 0
      ? [amber('publish-off-sources', { cure: { 'grants.canPublishSources': [] } })]
      : []),
    ...(unknown.length > 0 ? [amber('sources-unknown', { values: { sources: unknown.join(', ') } })] : []),
  ];
}

/** Absent rights to send mean yes; that to send data follows the one to publish. */
function hiddenLints({ video = {}, kind }: ReadClaims): Lint[] {
  const { hidden, roomJoin, canPublish = true, canPublishData = canPublish } = video;
  if (!hidden || !roomJoin) return [];
  return [
    ...(isDependent(video, kind) ? [] : [amber('hidden-not-agent', { cure: { 'grants.agent': true } })]),
    ...(canPublish || canPublishData
      ? [amber('hidden-sends', { cure: { 'grants.canPublish': false, 'grants.canPublishData': false } })]
      : []),
    plain('hidden-listed'),
  ];
}

function presenceLints({ video = {}, kind }: ReadClaims): Lint[] {
  const { hidden, agent, recorder } = video;
  return [
    ...(agent && !hidden && kind?.toLowerCase() !== 'agent' ? [plain('agent-visible', { cure: { kind: 'agent' } })] : []),
    ...(agent ? [plain('agent-worker', { cure: { 'grants.agent': false } })] : []),
    ...(recorder ? [plain('recorder-visible', { cure: { 'grants.recorder': false } })] : []),
    ...(kind && servicesKinds.includes(kind.toLowerCase()) ? [amber('kind-of-service', { values: { kind }, cure: { kind: null } })] : []),
    ...(kind && !participantKinds.some((known) => known === kind.toLowerCase()) ? [amber('kind-unknown', { values: { kind } })] : []),
  ];
}

/** Someone who does not join has no use for what they would be in the room. */
function idleLints(claims: ReadClaims): Lint[] {
  const { video = {}, name, kind, metadata, attributes, roomPreset, roomConfig } = claims;
  if (video.roomJoin) return [];
  const { canPublish, canSubscribe, canPublishData, hidden, agent, recorder } = video;
  const { canUpdateOwnMetadata, canSubscribeMetrics, canManageAgentSession } = video;
  const rights = { canPublish, canSubscribe, canPublishData, canUpdateOwnMetadata, canSubscribeMetrics, canManageAgentSession };
  // `agent` alone is a worker's: it registers and joins nothing by itself.
  const idle = Object.entries({
    ...rights,
    hidden,
    recorder,
    ...(agent ? {} : { kind }),
    name,
    metadata,
    attributes,
    roomPreset,
    roomConfig,
  });
  const names = idle.flatMap(([field, value]) => (value ? [field] : []));
  return names.length > 0 ? [amber('idle-without-join', { values: { grants: names.join(', ') }, cure: { 'grants.roomJoin': true } })] : [];
}

/** For someone else's room there is roomAdmin in this one and another that they are moved to. */
function destinationLints({ video = {} }: ReadClaims): Lint[] {
  const { destinationRoom, roomAdmin, room } = video;
  if (!destinationRoom || (roomAdmin && room && room !== destinationRoom)) return [];
  return [amber('destination-idle', { cure: { 'grants.destinationRoom': '' } })];
}

/** What livekit-server passes over without a word, refuses late or takes otherwise than it reads, told by the claims alone. */
export const claimLints = (claims: ReadClaims): Lint[] => [
  ...nameLints('identity', claims.sub ?? ''),
  ...nameLints('room', claims.video?.room ?? ''),
  ...displayNameLints(claims.name ?? ''),
  ...carriedLints(claims),
  ...idleLints(claims),
  ...publishLints(claims),
  ...hiddenLints(claims),
  ...presenceLints(claims),
  ...destinationLints(claims),
  ...roomConfigLints(claims),
];
