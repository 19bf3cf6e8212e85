import fc from 'fast-check';
import {
  AccessToken,
  JobRestartPolicy,
  RoomAgentDispatch,
  RoomConfiguration,
  TokenVerifier,
  TrackSource,
  type VideoGrant,
} from 'livekit-server-sdk';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TokenRequestOutput } from '../../../../main/contract/tokens';
import { claimsOf, decodeClaims, signClaims, unsignedClaims } from '../../../../main/tokens/grants';
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
  const { agents = [], tags = {}, ...settings } = roomConfig ?? {};
  if (agents.length > 0 || Object.keys(tags).length > 0 || Object.values(settings).some(Boolean)) {
    const dispatches = agents.map(
      ({ restartPolicy, ...agent }) => new RoomAgentDispatch({ ...agent, restartPolicy: JobRestartPolicy[restartPolicy] }),
    );
    token.roomConfig = new RoomConfiguration({ ...settings, tags, agents: dispatches });
  }
  return token.toJwt();
}

describe('at one moment, for any request,', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_795_531_328_000 }));
  afterEach(() => void vi.useRealTimers());

  test('signs what the SDK signs, which its verifier accepts', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async (asked) => {
        const { jwt, claims } = await signClaims(key, asked);
        const theirs = await bySdk(asked);
        expect(claims).toEqual(decodeClaims(theirs));
        expect(decodeClaims(jwt)).toEqual(claims);
        expect(jwt.split('.')[0]).toBe(theirs.split('.')[0]);
        expect(await new TokenVerifier(key.apiKey, key.apiSecret).verify(jwt)).toMatchObject({ sub: asked.identity });
      }),
    );
  });

  test('knows the claims and the length without a secret', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, fc.string({ minLength: 1 }), async (asked, apiKey) => {
        const { jwt, claims } = await signClaims({ ...key, apiKey }, asked);
        expect(unsignedClaims(apiKey, asked)).toEqual({ claims, bytes: jwt.length });
      }),
    );
  });
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

test('can be asked for twice, sources and all', async () => {
  const asked = request({ grants: { canPublish: true, canPublishSources: ['camera', 'screen_share_audio'] } });
  await signClaims(key, asked);
  const { video } = (await signClaims(key, asked)).claims;
  expect(video).toMatchObject({ canPublishSources: ['camera', 'screen_share_audio'] });
});

test('signs for a program that is nobody in a room', async () => {
  const asked = request({ identity: '', grants: { roomJoin: false, canSubscribe: false, ingressAdmin: true } });
  const { claims } = await signClaims(key, asked);
  expect(claims).toMatchObject({ iss: key.apiKey, video: { ingressAdmin: true } });
  expect(claims).not.toHaveProperty('sub');
});
