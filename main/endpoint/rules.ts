import { randomBytes } from 'node:crypto';
import type { StoredClient } from '../contract/endpoint';
import type { StoredProfile } from '../contract/profiles';
import type { Preset, TokenRequestOutput } from '../contract/tokens';
import { EndpointRefusal } from './refusals';
import { isRoomAllowed } from './room-pattern';
import type { Asked } from './wire';

const unique = (beginning: string) => `${beginning}-${randomBytes(6).toString('hex')}`;

/** The one room a client has; empty where it has several, any, or a pattern. */
export const onlyRoomOf = ({ rooms: [only = '', ...others] }: StoredClient): string =>
  others.length === 0 && !only.includes('*') ? only : '';

/** LiveKit's request may leave the room out: then it is the one the client has, or a new one where it may have any. */
function roomOf({ room, fields }: Asked, client: StoredClient): string {
  const { rooms } = client;
  const chosen = room || (rooms.length === 0 ? unique('room') : onlyRoomOf(client));
  if (chosen === '') throw new EndpointRefusal('bad-field', { field: fields.room });
  if (!isRoomAllowed(rooms, chosen)) throw new EndpointRefusal('room-not-allowed', { field: fields.room });
  return chosen;
}

/** A prefix is always added: two users never become one, whatever they are called. */
function identityOf({ identity, fields }: Asked, client: StoredClient): string {
  if (client.identityRule === 'fixed') {
    if (identity === '' || identity === client.identity) return client.identity;
    throw new EndpointRefusal('identity-not-allowed', { field: fields.identity });
  }
  const given = identity || unique('user');
  return client.identityRule === 'prefixed' ? client.identity + given : given;
}

/** A room preset of the server counts as well: what is asked for would win over it. */
export const mayConfigure = ({ roomConfig, roomPreset }: Preset): boolean => roomConfig === null && roomPreset === '';

function roomConfigOf({ roomConfig: asked }: Asked, preset: Preset): TokenRequestOutput['roomConfig'] {
  if (!asked) return preset.roomConfig;
  if (!mayConfigure(preset)) throw new EndpointRefusal('room-config-not-allowed', { field: 'room_config' });
  return {
    emptyTimeout: asked.empty_timeout ?? 0,
    departureTimeout: asked.departure_timeout ?? 0,
    maxParticipants: asked.max_participants ?? 0,
    minPlayoutDelay: asked.min_playout_delay ?? 0,
    maxPlayoutDelay: asked.max_playout_delay ?? 0,
    syncStreams: asked.sync_streams ?? false,
    metadata: asked.metadata ?? '',
    agents: (asked.agents ?? []).map((agent) => ({
      agentName: agent.agent_name ?? '',
      metadata: agent.metadata ?? '',
      restartPolicy: agent.restart_policy ?? 'JRP_ON_FAILURE',
      deployment: agent.deployment ?? '',
      attributes: agent.attributes ?? {},
    })),
    tags: asked.tags ?? {},
  };
}

export const lifetimeOf = (client: StoredClient, preset: Preset, { policy }: StoredProfile): number =>
  Math.min(client.longestLifetimeSeconds, preset.longestLifetimeSeconds, policy.longestLifetimeSeconds);

/** What the token desk is to issue for this client. What the preset says wins over what is asked for. Throws 400 and 403. */
export function tokenRequestOf(asked: Asked, client: StoredClient, preset: Preset, profile: StoredProfile): TokenRequestOutput {
  return {
    profileId: profile.id,
    presetId: preset.id,
    identity: identityOf(asked, client),
    name: asked.name,
    room: roomOf(asked, client),
    grants: preset.grants,
    kind: preset.kind,
    metadata: preset.metadata || asked.metadata,
    attributes: { ...asked.attributes, ...preset.attributes },
    roomPreset: preset.roomPreset,
    roomConfig: roomConfigOf(asked, preset),
    ttlSeconds: lifetimeOf(client, preset, profile),
    reason: '',
  };
}
