import { apiRights } from '../../main/contract/tokens';

export const sources = ['camera', 'microphone', 'screen_share', 'screen_share_audio'] as const;
/** They have no call that changes nothing, so they are named only where a token has them. */
export const rareRights = ['destinationRoom', 'sipCall', 'inference', 'observability'] as const;
/** What a token can let its holder do, in the order of the table. */
export const rightGroups = {
  room: ['join', 'expiry', 'subscribe', ...sources, 'data', 'updateSelf'],
  standing: ['hidden', 'agent', 'recorder'],
  server: [...apiRights, ...rareRights],
} as const;
export type Right = (typeof rightGroups)[keyof typeof rightGroups][number];

/** `by`: the claim that decides; `value`: what it says, null where it is not set and LiveKit's default holds. */
export type Claimed = { holds: boolean; by: string; value: string | null };
export type ClaimedRights = Record<Right, Claimed>;

type Grant = Record<string, unknown>;
const grantOf = (value: unknown): Grant => (typeof value === 'object' && value !== null ? { ...value } : {});
const wordsOf = (value: unknown): string | null => (value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value));
const flag = (grant: Grant, by: string, whenUnset = false): Claimed => ({
  holds: grant[by] === undefined ? whenUnset : grant[by] === true,
  by,
  value: wordsOf(grant[by]),
});

/** As livekit-server reads it: publishing and subscribing hold where they are not set, data as publishing does. */
export function claimedRights(claims: Record<string, unknown>): ClaimedRights {
  const [video, sip, inference, observability] = [claims.video, claims.sip, claims.inference, claims.observability].map(grantOf);
  const grant = video ?? {};
  const room = typeof grant.room === 'string' ? grant.room : '';
  const inRoom = (by: string): Claimed => {
    const claimed = flag(grant, by);
    return claimed.holds && room === '' ? { holds: false, by: 'room', value: null } : claimed;
  };
  const canPublish = flag(grant, 'canPublish', true);
  const data = flag(grant, 'canPublishData', true);
  const agent = flag(grant, 'agent');
  const destination = typeof grant.destinationRoom === 'string' ? grant.destinationRoom : '';
  return {
    join: inRoom('roomJoin'),
    expiry: expiryOf(claims.exp),
    subscribe: flag(grant, 'canSubscribe', true),
    camera: sourceOf(grant, canPublish, 'camera'),
    microphone: sourceOf(grant, canPublish, 'microphone'),
    screen_share: sourceOf(grant, canPublish, 'screen_share'),
    screen_share_audio: sourceOf(grant, canPublish, 'screen_share_audio'),
    data: data.value === null ? { ...canPublish } : data,
    updateSelf: flag(grant, 'canUpdateOwnMetadata'),
    hidden: flag(grant, 'hidden'),
    agent: agent.holds || claims.kind !== 'agent' ? agent : { holds: true, by: 'kind', value: 'agent' },
    recorder: flag(grant, 'recorder'),
    roomAdmin: inRoom('roomAdmin'),
    roomList: flag(grant, 'roomList'),
    roomCreate: flag(grant, 'roomCreate'),
    roomRecord: flag(grant, 'roomRecord'),
    ingressAdmin: flag(grant, 'ingressAdmin'),
    destinationRoom: { holds: destination !== '', by: 'destinationRoom', value: destination || null },
    sipAdmin: flag(sip ?? {}, 'admin'),
    sipCall: flag(sip ?? {}, 'call'),
    inference: flag(inference ?? {}, 'perform'),
    observability: flag(observability ?? {}, 'write'),
  };
}

/** No end counts as valid: whether the server takes it is what the test shows. */
function expiryOf(exp: unknown): Claimed {
  if (typeof exp !== 'number') return { holds: true, by: 'exp', value: null };
  return { holds: exp * 1000 > Date.now(), by: 'exp', value: new Date(exp * 1000).toISOString() };
}

/** An empty list of sources allows all of them, and none where `canPublish` is off. */
function sourceOf(grant: Grant, canPublish: Claimed, source: string): Claimed {
  const listed = Array.isArray(grant.canPublishSources) ? grant.canPublishSources.map(String) : [];
  if (!canPublish.holds || listed.length === 0) return { ...canPublish };
  return { holds: listed.includes(source), by: 'canPublishSources', value: listed.join(', ') };
}

/** What the table has for this token. */
export const shownRights = (claimed: ClaimedRights, group: keyof typeof rightGroups): Right[] =>
  rightGroups[group].filter((right) => !rareRights.some((rare) => rare === right) || claimed[right].holds);
