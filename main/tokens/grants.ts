import { AccessToken, JobRestartPolicy, RoomAgentDispatch, RoomConfiguration, TrackSource } from 'livekit-server-sdk';
import type { RoomConfig } from '../contract/room-config';
import type { TokenRequestOutput } from '../contract/tokens';

/** What a token says, without who signs it and when. A preset's grants take part with no identity and no room. */
export type Claimed = Omit<TokenRequestOutput, 'profileId' | 'presetId' | 'reason'>;

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

const holds = (record: object) => Object.keys(record).length > 0;

/** Name and metadata stand in each dispatch, set or not, as LiveKit's own examples have them. */
const dispatchClaims = ({ agentName, metadata, restartPolicy, deployment, attributes }: RoomConfig['agents'][number]) => ({
  agentName,
  metadata,
  ...(restartPolicy === 'JRP_NEVER' && { restartPolicy }),
  ...(deployment && { deployment }),
  ...(holds(attributes) && { attributes }),
});

export type Dispatch = ReturnType<typeof dispatchClaims>;

/** Settings that differ from the server's defaults; undefined where none does. */
export function roomSettings({ roomConfig }: Pick<Claimed, 'roomConfig'>) {
  if (!roomConfig) return undefined;
  const { emptyTimeout, departureTimeout, maxParticipants, minPlayoutDelay, maxPlayoutDelay, syncStreams, metadata, agents, tags } =
    roomConfig;
  const given = {
    ...(emptyTimeout && { emptyTimeout }),
    ...(departureTimeout && { departureTimeout }),
    ...(maxParticipants && { maxParticipants }),
    ...(minPlayoutDelay && { minPlayoutDelay }),
    ...(maxPlayoutDelay && { maxPlayoutDelay }),
    ...(syncStreams && { syncStreams }),
    ...(metadata && { metadata }),
    ...(agents.length > 0 && { agents: agents.map(dispatchClaims) }),
    ...(holds(tags) && { tags }),
  };
  return holds(given) ? given : undefined;
}

/** All that the token says but issuer and times. What is empty or off is left out. */
export function claimsOf(request: Claimed) {
  const { identity, name, kind, metadata, attributes, roomPreset } = request;
  const { sipAdmin, sipCall, inference, observability } = request.grants;
  const video = videoClaims(request);
  const sip = on({ admin: sipAdmin, call: sipCall });
  const roomConfig = roomSettings(request);
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

const sources = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

const dispatchMessage = ({ restartPolicy, ...agent }: Dispatch) =>
  new RoomAgentDispatch({ ...agent, ...(restartPolicy && { restartPolicy: JobRestartPolicy[restartPolicy] }) });

/** The settings as the SDK's message writes them: what is not set, too. */
const inFull = ({ agents = [], ...settings }: NonNullable<Claims['roomConfig']>) =>
  new RoomConfiguration({ ...settings, agents: agents.map(dispatchMessage) });

/**
 * A token ready to be signed. A new one each time: a second `toJwt` of one with sources throws (livekit-server-sdk 2.19 turns them
 * into text in place).
 */
function accessToken({ apiKey, apiSecret }: { apiKey: string; apiSecret: string }, request: Claimed): AccessToken {
  const {
    sub: identity = '',
    name,
    metadata,
    attributes,
    kind,
    roomPreset,
    video,
    sip,
    inference,
    observability,
    roomConfig,
  } = claimsOf(request);
  const token = new AccessToken(apiKey, apiSecret, {
    identity,
    ttl: request.ttlSeconds,
    ...(name && { name }),
    ...(metadata && { metadata }),
    ...(attributes && { attributes }),
  });
  if (kind) token.kind = kind;
  if (roomPreset) token.roomPreset = roomPreset;
  if (video) {
    const { canPublishSources, ...rest } = video;
    token.addGrant({ ...rest, ...(canPublishSources && { canPublishSources: canPublishSources.map((source) => sources[source]) }) });
  }
  if (sip) token.addSIPGrant(sip);
  if (inference) token.addInferenceGrant(inference);
  if (observability) token.addObservabilityGrant(observability);
  if (roomConfig) token.roomConfig = inFull(roomConfig);
  return token;
}

/** Signs a participant's or a program's token. The one place that does. Answers the claims as they are in it. */
export async function signClaims(
  credentials: { apiKey: string; apiSecret: string },
  request: Claimed,
): Promise<{ jwt: string; claims: Record<string, unknown> }> {
  const jwt = await accessToken(credentials, request).toJwt();
  return { jwt, claims: decodeClaims(jwt) };
}

/** What `signClaims` would put into the token now, and how long it would be, worked out without a secret. `bytes` of the whole token. */
export function unsignedClaims(apiKey: string, request: Claimed): { claims: Record<string, unknown> & { exp: number }; bytes: number } {
  const { roomConfig, ...others } = claimsOf(request);
  const nbf = Math.floor(Date.now() / 1_000);
  const settings = roomConfig && { roomConfig: JSON.parse(JSON.stringify(inFull(roomConfig))) };
  const claims = { ...others, ...settings, iss: apiKey, exp: nbf + request.ttlSeconds, nbf };
  const base64Length = (bytes: number) => Math.ceil((bytes * 4) / 3);
  const [header, sha256] = [JSON.stringify({ alg: 'HS256' }).length, 32];
  const bytes = base64Length(header) + 1 + base64Length(Buffer.byteLength(JSON.stringify(claims))) + 1 + base64Length(sha256);
  return { claims, bytes };
}

/** Reads what was signed. */
export const decodeClaims = (jwt: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
