import { createHmac } from 'node:crypto';
import { RoomAgentDispatch, RoomConfiguration } from 'livekit-server-sdk';
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
type SignedClaims = Omit<Claims, 'roomConfig'> & { roomConfig?: Record<string, unknown>; iss: string; exp: number; nbf: number };

/** As the SDK's message is written: what is not set, too. */
const inFull = ({ agents = [], ...settings }: NonNullable<Claims['roomConfig']>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(new RoomConfiguration({ ...settings, agents: agents.map((agent) => new RoomAgentDispatch(agent)) })));

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = encoded({ alg: 'HS256' });

/**
 * Signs as livekit-server-sdk's AccessToken does: the same claims (its `grants`, then iss, exp, nbf, sub), the same header. By Node's HMAC
 * at once, since AccessToken takes four times as long and a promise for each token, which the token endpoint has no time for; that the
 * two are equal for any request is tested.
 */
export function signClaims(
  { apiKey, apiSecret }: { apiKey: string; apiSecret: string },
  request: Claimed,
): { jwt: string; claims: SignedClaims } {
  const { sub, roomConfig, ...others } = claimsOf(request);
  const nbf = Math.floor(Date.now() / 1_000);
  const settings = roomConfig && { roomConfig: inFull(roomConfig) };
  const claims = { ...others, ...settings, iss: apiKey, exp: nbf + request.ttlSeconds, nbf, ...(sub && { sub }) };
  const signed = `${header}.${encoded(claims)}`;
  return { jwt: `${signed}.${createHmac('sha256', apiSecret).update(signed).digest('base64url')}`, claims };
}

/** Reads what was signed. */
export const decodeClaims = (jwt: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
