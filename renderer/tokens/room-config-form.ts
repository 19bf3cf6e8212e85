import type { RoomConfig } from '../../main/contract/room-config';
import { type Pair, pairsOf, recordOf } from './pairs';

export const roomConfigNumbers = ['emptyTimeout', 'departureTimeout', 'maxParticipants', 'minPlayoutDelay', 'maxPlayoutDelay'] as const;
type RoomConfigNumber = (typeof roomConfigNumbers)[number];

export type AgentForm = { agentName: string; metadata: string; deployment: string; neverRestart: boolean; attributes: Pair[] };
/** Room settings as they are typed: numbers are text, so that an empty one is the server's own. */
export type RoomConfigForm = Record<RoomConfigNumber | 'metadata', string> & { syncStreams: boolean; agents: AgentForm[]; tags: Pair[] };

export const emptyRoomConfig = (): RoomConfigForm => ({
  emptyTimeout: '',
  departureTimeout: '',
  maxParticipants: '',
  minPlayoutDelay: '',
  maxPlayoutDelay: '',
  syncStreams: false,
  metadata: '',
  agents: [],
  tags: [],
});
export const emptyAgent = (): AgentForm => ({ agentName: '', metadata: '', deployment: '', neverRestart: false, attributes: [] });

const numberOf = (typed: string) => (typed.trim() === '' ? 0 : Number(typed));
const typedNumber = (value: number) => (value === 0 ? '' : String(value));

export const isRoomConfigSet = (form: RoomConfigForm): boolean =>
  form.syncStreams ||
  form.agents.length > 0 ||
  form.tags.length > 0 ||
  [...roomConfigNumbers, 'metadata' as const].some((field) => form[field].trim() !== '');

/** What is asked of main; null where nothing is set. */
export function requestedRoomConfig(form: RoomConfigForm) {
  if (!isRoomConfigSet(form)) return null;
  const { metadata, syncStreams, agents, tags } = form;
  return {
    ...Object.fromEntries(roomConfigNumbers.map((field) => [field, numberOf(form[field])])),
    metadata,
    syncStreams,
    agents: agents.map(({ neverRestart, attributes, ...agent }) => ({
      ...agent,
      restartPolicy: neverRestart ? ('JRP_NEVER' as const) : ('JRP_ON_FAILURE' as const),
      attributes: recordOf(attributes),
    })),
    tags: recordOf(tags),
  };
}

export const roomConfigFormOf = (config: RoomConfig): RoomConfigForm => ({
  ...emptyRoomConfig(),
  ...Object.fromEntries(roomConfigNumbers.map((field) => [field, typedNumber(config[field])])),
  metadata: config.metadata,
  syncStreams: config.syncStreams,
  agents: config.agents.map(({ restartPolicy, attributes, ...agent }) => ({
    ...agent,
    neverRestart: restartPolicy === 'JRP_NEVER',
    attributes: pairsOf(attributes),
  })),
  tags: pairsOf(config.tags),
});
