import { type GrantsInput, grants } from '../contract/grants';
import { type Preset, preset } from '../contract/tokens';

const hour = 3_600;

type Given = { kind?: Preset['kind']; ttlSeconds?: number; longestLifetimeSeconds?: number };
/** The name is English and stays in files; the renderer has each in its own language, by the id. */
const builtin = (id: string, name: string, held: GrantsInput, given: Given = {}): Preset =>
  preset.parse({ id, name, builtin: true, grants: grants.parse(held), ttlSeconds: hour, longestLifetimeSeconds: 12 * hour, ...given });

const attends = { roomJoin: true, canSubscribe: true, canPublishData: true } as const;
const watches = { roomJoin: true, canSubscribe: true, hidden: true } as const;

/**
 * The silent observer is `agent` as well as `hidden`: without it the observer is counted, fills a seat and keeps the room open
 * (measured on livekit-server 1.13.5). `recorder` would light the recording mark for everyone, so that only the recorder has it.
 */
export const builtinPresets: Preset[] = [
  builtin('guest', 'Guest', attends, { longestLifetimeSeconds: 6 * hour }),
  builtin('publisher', 'Publisher', { ...attends, canPublish: true }),
  builtin('moderator', 'Moderator', { ...attends, canPublish: true, roomAdmin: true }),
  builtin('silent-observer', 'Silent observer', { ...watches, agent: true }, { longestLifetimeSeconds: 4 * hour }),
  builtin(
    'agent',
    'Agent',
    { ...attends, canPublish: true, canUpdateOwnMetadata: true, agent: true },
    { kind: 'agent', longestLifetimeSeconds: 24 * hour },
  ),
  builtin('recorder', 'Recorder', { ...watches, recorder: true }),
  builtin('ingress-manager', 'Ingress manager', { ingressAdmin: true }, { ttlSeconds: hour / 4, longestLifetimeSeconds: hour }),
];
