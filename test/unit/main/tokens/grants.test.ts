import fc from 'fast-check';
import { AccessToken, RoomAgentDispatch, RoomConfiguration, TokenVerifier, TrackSource, type VideoGrant } from 'livekit-server-sdk';
import { expect, test, vi } from 'vitest';
import type { TokenRequestOutput } from '../../../../main/contract/tokens';
import { claimsOf, decodeClaims, signClaims } from '../../../../main/tokens/grants';
import { anyRequest, request } from './requests';

const key = { apiKey: 'APIk7QzW4mTn2', apiSecret: 'a secret that is long enough for anyone' };
const sources = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};
const truthy = <T extends object>(record: T) => Object.fromEntries(Object.entries(record).filter(([, value]) => Boolean(value)));

function videoBySdk({ grants, room }: TokenRequestOutput): VideoGrant {
  const { sipAdmin: _, sipCall: _call, inference: _inference, observability: _write, canPublishSources, ...switches } = grants;
  const { canPublish, canSubscribe, canPublishData } = grants;
  const video: VideoGrant = truthy(switches);
  if (room && (grants.roomJoin || grants.roomAdmin)) video.room = room;
  if (grants.roomJoin) Object.assign(video, { canPublish, canSubscribe, canPublishData });
  if (canPublish && canPublishSources.length > 0) video.canPublishSources = canPublishSources.map((source) => sources[source]);
  return video;
}

/** The same token, written by hand with the SDK alone. */
function bySdk(asked: TokenRequestOutput) {
  const { identity, name, grants, kind, metadata, attributes, roomPreset, roomConfig, ttlSeconds } = asked;
  const token = new AccessToken(key.apiKey, key.apiSecret, { identity, name, metadata, ttl: ttlSeconds });
  Object.assign(token, truthy({ kind, roomPreset }));
  if (Object.keys(attributes).length > 0) token.attributes = attributes;
  const video = videoBySdk(asked);
  if (Object.keys(video).length > 0) token.addGrant(video);
  if (grants.sipAdmin || grants.sipCall) token.addSIPGrant(truthy({ admin: grants.sipAdmin, call: grants.sipCall }));
  if (grants.inference) token.addInferenceGrant({ perform: true });
  if (grants.observability) token.addObservabilityGrant({ write: true });
  const { agents = [], ...settings } = roomConfig ?? {};
  if (agents.length > 0 || Object.values(settings).some(Boolean)) {
    token.roomConfig = new RoomConfiguration({ ...settings, agents: agents.map((agent) => new RoomAgentDispatch(agent)) });
  }
  return token.toJwt();
}

test('makes the claims that the SDK makes, for any request, and signs them as it does', async () => {
  vi.useFakeTimers({ now: 1_795_531_328_000 });
  await fc.assert(
    fc.asyncProperty(anyRequest, async (asked) => {
      const { jwt: ours, claims } = signClaims(key, asked);
      const theirs = await bySdk(asked);
      expect(decodeClaims(ours)).toEqual(decodeClaims(theirs));
      expect(claims).toEqual(decodeClaims(ours));
      expect(ours.split('.')[0]).toBe(theirs.split('.')[0]);
      expect(await new TokenVerifier(key.apiKey, key.apiSecret).verify(ours)).toMatchObject({ sub: asked.identity });
    }),
  );
  vi.useRealTimers();
});

test('says in a token that joins a room what it may not do, since silence would mean yes', () => {
  expect(claimsOf(request({ grants: {} })).video).toEqual({
    roomJoin: true,
    room: 'first-room',
    canPublish: false,
    canSubscribe: true,
    canPublishData: false,
  });
});

test('leaves out of every other token what is off, and the room that it is not for', () => {
  expect(claimsOf(request({ grants: { roomJoin: false, canSubscribe: false, roomList: true } })).video).toEqual({ roomList: true });
});

test('drops the sources of someone who may not publish', () => {
  const { video } = claimsOf(request({ grants: { canPublishSources: ['camera'] } }));
  expect(video).not.toHaveProperty('canPublishSources');
});

test('has no room settings where none differs from the server’s default', () => {
  const roomConfig = { emptyTimeout: 0, agents: [] };
  expect(claimsOf(request({ roomConfig }))).not.toHaveProperty('roomConfig');
});

test('can be asked for twice, sources and all', () => {
  const asked = request({ grants: { canPublish: true, canPublishSources: ['camera', 'screen_share_audio'] } });
  signClaims(key, asked);
  const { video } = signClaims(key, asked).claims;
  expect(video).toMatchObject({ canPublishSources: ['camera', 'screen_share_audio'] });
});
