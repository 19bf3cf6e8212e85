import fc from 'fast-check';
import { participantKinds, trackSources } from '../../../../main/contract/grants';
import { meetJoinPage } from '../../../../main/contract/join-page';
import { policy, type StoredProfile } from '../../../../main/contract/profiles';
import { restartPolicies } from '../../../../main/contract/room-config';
import { type TokenRequest, type TokenRequestOutput, tokenRequest } from '../../../../main/contract/tokens';

export const profile: StoredProfile = {
  id: '6f2b0f3e-54a6-4a53-8d0f-2a7f1a0c9b11',
  name: 'Harbor staging',
  serverUrl: 'wss://rtc.harbor.example/livekit',
  apiKey: 'APIk7QzW4mTn2',
  environment: 'staging',
  safety: 'confirm',
  joinPage: meetJoinPage,
  policy: policy.parse({}),
  secretStoredAt: null,
};

/** A viewer of one room, with these changes. */
export const request = ({ grants, ...given }: Partial<TokenRequest> = {}): TokenRequestOutput =>
  tokenRequest.parse({
    profileId: profile.id,
    identity: 'ada',
    room: 'first-room',
    ttlSeconds: 1_800,
    grants: { roomJoin: true, canSubscribe: true, ...grants },
    ...given,
  });

const flags = [
  'canPublish',
  'canSubscribe',
  'canPublishData',
  'canUpdateOwnMetadata',
  'roomAdmin',
  'hidden',
  'agent',
  'recorder',
  'canSubscribeMetrics',
  'canManageAgentSession',
  'roomCreate',
  'roomList',
  'roomRecord',
  'ingressAdmin',
  'sipAdmin',
  'sipCall',
  'inference',
  'observability',
  'roomJoin',
] as const;

/** Quotes, backslashes, shell and template signs, line ends, bidi overrides, emoji, half a surrogate pair. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      "'",
      '\\',
      '`',
      '$',
      '{',
      '}',
      '#',
      '%',
      'x',
      '\n',
      '\r',
      '\0',
      '\u202e',
      '\u200b',
      '😀',
      'é',
      '0',
      '!',
      '\u2028',
      'u',
      ' ',
    ),
    maxLength: 20,
  }),
);

const agent = fc.record({
  agentName: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
  metadata: hostileText,
  restartPolicy: fc.constantFrom(...restartPolicies),
  deployment: fc.constantFrom('', 'staging'),
  attributes: fc.dictionary(hostileText, hostileText, { maxKeys: 2 }),
});
const settings = fc.record({
  emptyTimeout: fc.nat(1_000),
  departureTimeout: fc.nat(1_000),
  maxParticipants: fc.nat(50),
  minPlayoutDelay: fc.nat(300),
  maxPlayoutDelay: fc.nat(300),
  syncStreams: fc.boolean(),
  metadata: hostileText,
  agents: fc.array(agent, { maxLength: 2 }),
  tags: fc.dictionary(hostileText, hostileText, { maxKeys: 2 }),
});

/** Any request of the contract that may be signed: with an identity. */
export const anyRequest = fc
  .record({
    identity: hostileText.filter((text) => text !== ''),
    name: hostileText,
    room: hostileText,
    flags: fc.uniqueArray(fc.constantFrom(...flags)),
    canPublishSources: fc.uniqueArray(fc.constantFrom(...trackSources)),
    destinationRoom: fc.constantFrom('', 'elsewhere'),
    kind: fc.constantFrom(null, ...participantKinds),
    metadata: hostileText,
    attributes: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
    roomPreset: fc.constantFrom('', 'small'),
    roomConfig: fc.option(settings),
    ttlSeconds: fc.integer({ min: 1, max: 366 * 86_400 }),
  })
  .map(({ flags: on, canPublishSources, destinationRoom, ...given }) =>
    tokenRequest.parse({
      ...given,
      profileId: profile.id,
      grants: { ...Object.fromEntries(on.map((name) => [name, true])), canPublishSources, destinationRoom },
    }),
  );
