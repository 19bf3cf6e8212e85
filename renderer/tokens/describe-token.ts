import { type ServerWideGrant, trackSources } from '../../main/contract/grants';
import type { TokenRequestOutput } from '../../main/contract/tokens';
import { serverWideOn } from './token-form';

type Role = 'moderator' | 'observer' | 'recorder' | 'agent' | 'publisher' | 'guest';
const abilities = ['speak', 'camera', 'screen', 'screenAudio', 'subscribe', 'data', 'profile', 'moderate'] as const;
type Ability = (typeof abilities)[number];

/** What the plain sentence says, before it has a language. */
type Description = {
  who: string;
  room: string;
  joins: boolean;
  role: Role;
  can: Ability[];
  hidden: boolean;
  serverWide: ServerWideGrant[];
};
export type Described = Pick<TokenRequestOutput, 'identity' | 'name' | 'room' | 'grants'>;

const abilityOf = { microphone: 'speak', camera: 'camera', screen_share: 'screen', screen_share_audio: 'screenAudio' } as const;

function roleOf({ roomAdmin, recorder, hidden, agent, canPublish }: Described['grants']): Role {
  if (roomAdmin) return 'moderator';
  if (recorder) return 'recorder';
  if (hidden) return 'observer';
  if (agent) return 'agent';
  return canPublish ? 'publisher' : 'guest';
}

/** The role follows the grants, not the preset's name: a preset that was narrowed must not say more than it gives. */
export function describeToken({ identity, name, room, grants }: Described): Description {
  const sources = grants.canPublishSources.length === 0 ? trackSources : grants.canPublishSources;
  const publishes = grants.canPublish && grants.roomJoin ? sources.map((source) => abilityOf[source]) : [];
  const holds: Record<Ability, boolean> = {
    speak: publishes.includes('speak'),
    camera: publishes.includes('camera'),
    screen: publishes.includes('screen'),
    screenAudio: publishes.includes('screenAudio'),
    subscribe: grants.roomJoin && grants.canSubscribe,
    data: grants.roomJoin && grants.canPublishData,
    profile: grants.roomJoin && grants.canUpdateOwnMetadata,
    moderate: grants.roomAdmin,
  };
  return {
    who: name || identity,
    room,
    joins: grants.roomJoin,
    role: roleOf(grants),
    can: abilities.filter((ability) => holds[ability]),
    hidden: grants.hidden,
    serverWide: serverWideOn(grants),
  };
}
