import fc from 'fast-check';
import type { Claimed } from '../../main/tokens/grants';
import { anyRequest, request } from '../unit/main/tokens/requests';

/** What is asked of the SDKs of all languages: together every claim, grant and kind there is. */
export const claimed: Record<string, Claimed> = {
  'a guest': request({ room: 'first-room', grants: { roomJoin: true, canSubscribe: true, canPublishData: true } }),
  'a moderator with all that can be said': request({
    name: 'Ada Lovelace',
    metadata: '{"team":"support"}',
    attributes: { role: 'moderator', desk: '7' },
    grants: {
      roomJoin: true,
      roomAdmin: true,
      canPublish: true,
      canSubscribe: true,
      canPublishData: true,
      canPublishSources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'],
      canUpdateOwnMetadata: true,
      canSubscribeMetrics: true,
      canManageAgentSession: true,
    },
  }),
  'a moderator who moves people elsewhere': request({ grants: { roomJoin: false, roomAdmin: true, destinationRoom: 'second "room"' } }),
  'a recorder': request({ kind: 'egress', grants: { roomJoin: true, canSubscribe: true, hidden: true, recorder: true } }),
  'an agent with room settings': request({
    kind: 'agent',
    roomPreset: 'small',
    roomConfig: {
      emptyTimeout: 60,
      departureTimeout: 20,
      maxParticipants: 5,
      minPlayoutDelay: 10,
      maxPlayoutDelay: 20,
      syncStreams: true,
      metadata: 'made by a token',
      agents: [
        { agentName: 'helper', metadata: 'first' },
        { agentName: 'scribe', restartPolicy: 'JRP_NEVER', deployment: 'staging', attributes: { voice: 'calm', 'k"\n': '$(id)`' } },
      ],
      tags: { floor: '3', snake_case: 'kept' },
    },
    grants: { roomJoin: true, agent: true, hidden: true, canPublish: true, canSubscribe: true },
  }),
  'a caller whose room is made by the SDK': request({
    roomPreset: 'large',
    roomConfig: { emptyTimeout: 30, maxParticipants: 2, agents: [{ agentName: 'answering' }] },
    grants: { roomJoin: true, canPublish: true, canPublishSources: ['microphone'], sipCall: true },
  }),
  'a telephone': request({ kind: 'sip', grants: { roomJoin: true, canPublish: true, canPublishSources: ['microphone'] } }),
  'a stream from outside': request({ kind: 'ingress', grants: { roomJoin: true, canPublish: true, canSubscribe: false } }),
  'a standard participant': request({ kind: 'standard' }),
  'a connector': request({ kind: 'connector' }),
  'a bridge': request({ kind: 'bridge' }),
  'a service that joins nothing': request({
    room: '',
    ttlSeconds: 60,
    grants: {
      roomJoin: false,
      canSubscribe: false,
      roomCreate: true,
      roomList: true,
      roomRecord: true,
      ingressAdmin: true,
      sipAdmin: true,
      sipCall: true,
      inference: true,
      observability: true,
    },
  }),
  'names from hostile hands': request({
    identity: 'a"b\'c`d$e\\f\n$ {g}#{h}%s\u202e\u200b😀',
    name: '</script>',
    metadata: '\t"\\u0041"\r\n',
    attributes: { 'k"\n': '$(id)`' },
    room: 'räume/𝒳',
  }),
};

/** The console issues no token that joins no room by name; neither do the SDKs. */
export const anyIssued = anyRequest.filter(({ grants, room }) => !grants.roomJoin || room !== '');

/** ROOMKEEPER_TEST_SEED makes those of an earlier run again; a failure says the seed. */
export const seed = Number(process.env.ROOMKEEPER_TEST_SEED ?? Date.now() % 2 ** 31);
export const invented = fc.sample(anyIssued, { seed, numRuns: 50 });
