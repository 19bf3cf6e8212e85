import type { Preset } from '../../main/contract/tokens';
import { type Pair, pairsOf } from './pairs';
import { emptyRoomConfig, type RoomConfigForm, roomConfigFormOf, roomConfigNumbers } from './room-config-form';

/** What a preset may put into the form beside its grants. */
export type PresetContent = { metadata: string; attributes: Pair[]; roomPreset: string; roomConfig: RoomConfigForm };

export const noContent = (): PresetContent => ({ metadata: '', attributes: [], roomPreset: '', roomConfig: emptyRoomConfig() });

export const contentOf = ({ metadata, attributes, roomPreset, roomConfig }: Preset): PresetContent => ({
  metadata,
  attributes: pairsOf(attributes),
  roomPreset,
  roomConfig: roomConfig ? roomConfigFormOf(roomConfig) : emptyRoomConfig(),
});

/** `now` where a person typed it: it is not what the last preset put there. The next preset's wins over either. */
const exchangedText = (now: string, last: string, next: string) => next || (now === last ? '' : now);

function exchangedList<T extends object>(now: T[], last: T[], next: T[], nameOf: (item: T) => string): T[] {
  const same = (one: T, other: T) => JSON.stringify(one) === JSON.stringify(other);
  const typed = now.filter((item) => !last.some((given) => same(given, item)));
  return [...typed.filter((item) => !next.some((given) => nameOf(given) === nameOf(item))), ...next];
}

/** The form's content when the next preset takes the place of the last one: what was typed by hand stays. */
export function exchanged(now: PresetContent, last: PresetContent, next: PresetContent): PresetContent {
  const [config, before, after] = [now.roomConfig, last.roomConfig, next.roomConfig];
  const texts = [...roomConfigNumbers, 'metadata' as const].map((field) => [
    field,
    exchangedText(config[field], before[field], after[field]),
  ]);
  return {
    metadata: exchangedText(now.metadata, last.metadata, next.metadata),
    attributes: exchangedList(now.attributes, last.attributes, next.attributes, ({ name }) => name),
    roomPreset: exchangedText(now.roomPreset, last.roomPreset, next.roomPreset),
    roomConfig: {
      ...config,
      ...Object.fromEntries(texts),
      syncStreams: after.syncStreams || (config.syncStreams && !before.syncStreams),
      agents: exchangedList(config.agents, before.agents, after.agents, ({ agentName }) => agentName),
      tags: exchangedList(config.tags, before.tags, after.tags, ({ name }) => name),
    },
  };
}
