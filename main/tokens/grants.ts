import { AccessToken, RoomAgentDispatch, RoomConfiguration, TrackSource } from 'livekit-server-sdk';
import type { TokenRequestOutput } from '../contract/tokens';

/** What a token says, without who signs it and when. A preset's grants take part with no identity and no room. */
export type Claimed = Omit<TokenRequestOutput, 'profileId' | 'presetId' | 'reason'>;

const sources: Record<Claimed['grants']['canPublishSources'][number], TrackSource> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

/** What of these is on. */
const on = <K extends string>(flags: Record<K, boolean>) => {
  const given: Partial<Record<K, true>> = {};
  for (const name in flags) if (flags[name]) given[name] = true;
  return given;
};

/**
 * The video grant as it stands in the token, sources by their names. What is off is left out, but for the three rights of someone
 * who joins: their absence would mean yes to the server.
 */
export function videoClaims({ grants, room }: Pick<Claimed, 'grants' | 'room'>) {
  const { roomCreate, roomList, roomRecord, ingressAdmin, roomJoin, roomAdmin, destinationRoom } = grants;
  const { canPublish, canSubscribe, canPublishData, canPublishSources } = grants;
  const { hidden, agent, recorder, canUpdateOwnMetadata, canSubscribeMetrics, canManageAgentSession } = grants;
  const rights = { canPublish, canSubscribe, canPublishData };
  return {
    ...on({ roomCreate, roomList, roomRecord, ingressAdmin, roomJoin }),
    ...(room !== '' && (roomJoin || roomAdmin) && { room }),
    ...on({ roomAdmin }),
    ...(destinationRoom !== '' && { destinationRoom }),
    ...(roomJoin ? rights : on(rights)),
    // The server reads the sources of someone who may not publish as nothing; LiveKit's own words say they win over canPublish.
    ...(canPublish && canPublishSources.length > 0 && { canPublishSources }),
    ...on({ hidden, agent, recorder, canUpdateOwnMetadata, canSubscribeMetrics, canManageAgentSession }),
  };
}

/** Settings that differ from the server's defaults; undefined where none does. */
export function roomSettings({ roomConfig }: Pick<Claimed, 'roomConfig'>) {
  if (!roomConfig) return undefined;
  const { emptyTimeout, departureTimeout, maxParticipants, minPlayoutDelay, maxPlayoutDelay, syncStreams, metadata, agents } = roomConfig;
  const given = {
    ...(emptyTimeout && { emptyTimeout }),
    ...(departureTimeout && { departureTimeout }),
    ...(maxParticipants && { maxParticipants }),
    ...(minPlayoutDelay && { minPlayoutDelay }),
    ...(maxPlayoutDelay && { maxPlayoutDelay }),
    ...(syncStreams && { syncStreams }),
    ...(metadata && { metadata }),
    ...(agents.length > 0 && { agents }),
  };
  return Object.keys(given).length > 0 ? given : undefined;
}

/** All that the token says but issuer and times. What is empty or off is left out. */
export function claimsOf(request: Claimed) {
  const { identity, name, kind, metadata, attributes, roomPreset } = request;
  const { sipAdmin, sipCall, inference, observability } = request.grants;
  const video = videoClaims(request);
  const sip = on({ admin: sipAdmin, call: sipCall });
  const roomConfig = roomSettings(request);
  const holds = (record: object) => Object.keys(record).length > 0;
  return {
    ...(identity && { sub: identity }),
    ...(name && { name }),
    ...(kind && { kind }),
    ...(holds(video) && { video }),
    ...(holds(sip) && { sip }),
    ...(inference && { inference: { perform: true } }),
    ...(observability && { observability: { write: true } }),
    ...(metadata && { metadata }),
    ...(holds(attributes) && { attributes }),
    ...(roomPreset && { roomPreset }),
    ...(roomConfig && { roomConfig }),
  };
}
export type Claims = ReturnType<typeof claimsOf>;

/**
 * A token ready to be signed. A new one each time: a second `toJwt` of one with sources throws (livekit-server-sdk 2.19 turns
 * them into text in place).
 */
export function accessToken(key: { apiKey: string; apiSecret: string }, request: Claimed): AccessToken {
  const claims = claimsOf(request);
  const token = new AccessToken(key.apiKey, key.apiSecret, { identity: request.identity, ttl: request.ttlSeconds });
  if (claims.name) token.name = claims.name;
  if (claims.metadata) token.metadata = claims.metadata;
  if (claims.attributes) token.attributes = claims.attributes;
  if (claims.kind) token.kind = claims.kind;
  if (claims.roomPreset) token.roomPreset = claims.roomPreset;
  if (claims.video) {
    const { canPublishSources, ...video } = claims.video;
    token.addGrant({ ...video, ...(canPublishSources && { canPublishSources: canPublishSources.map((name) => sources[name]) }) });
  }
  if (claims.sip) token.addSIPGrant(claims.sip);
  if (claims.inference) token.addInferenceGrant(claims.inference);
  if (claims.observability) token.addObservabilityGrant(claims.observability);
  if (claims.roomConfig) {
    const agents = claims.roomConfig.agents?.map((agent) => new RoomAgentDispatch(agent)) ?? [];
    token.roomConfig = new RoomConfiguration({ ...claims.roomConfig, agents });
  }
  return token;
}

/** Reads what was signed. */
export const decodeClaims = (jwt: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
