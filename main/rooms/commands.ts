import type { Handlers } from '../application';
import type { Permission } from '../contract/participants';
import type { RoomCommand } from '../contract/room-commands';
import type { Desk } from '../desk/desk';
import { httpUrl } from '../livekit/http-url';

/** For a POSIX shell: names and metadata come from strangers. */
const quote = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
type Flags = Record<string, string | number | boolean | string[] | undefined>;
const flags = (given: Flags) =>
  Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || value === '' || value === 0 || value === false) return [];
    if (value === true) return [`--${name}`];
    return [value].flat().map((one) => `--${name} ${quote(String(one))}`);
  });
/** Everything behind `--` is no flag, whatever a room is called. */
const lk = (command: string, given: Flags, ...args: string[]) =>
  [`lk ${command}`, ...flags(given), ...(args.length > 0 ? ['--', ...args.map(quote)] : [])].join(' ');

const snakePermission = (permission: Permission) => ({
  can_subscribe: permission.canSubscribe,
  can_publish: permission.canPublish,
  can_publish_data: permission.canPublishData,
  can_publish_sources: permission.canPublishSources.map((source) => source.toUpperCase()),
  can_update_metadata: permission.canUpdateMetadata,
  can_subscribe_metrics: permission.canSubscribeMetrics,
  can_manage_agent_session: permission.canManageAgentSession,
  hidden: permission.hidden,
  recorder: permission.recorder,
  agent: permission.agent,
});

type Twirp = { method: string; body: object; grant: string };
type Texts = { lk: string | null } & Twirp;
const admin = (room: string) => `--admin --room ${quote(room)}`;
const defined = (body: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== 0 && value !== ''));

type Of<A extends RoomCommand['action']> = Extract<RoomCommand, { action: A }>;
const texts: { [A in RoomCommand['action']]: (command: Of<A>) => Texts } = {
  'list-rooms': () => ({ lk: lk('room list', {}), method: 'ListRooms', body: {}, grant: '--list' }),
  'create-room': ({ room, config }) => ({
    // lk takes the agents from a file, and has no flags for the limit of people or for metadata.
    lk:
      config.agents.length > 0 || config.maxParticipants || config.metadata
        ? null
        : lk(
            'room create',
            {
              'empty-timeout': config.emptyTimeout,
              'departure-timeout': config.departureTimeout,
              'min-playout-delay': config.minPlayoutDelay,
              'max-playout-delay': config.maxPlayoutDelay,
              'sync-streams': config.syncStreams,
            },
            room,
          ),
    method: 'CreateRoom',
    body: defined({
      name: room,
      empty_timeout: config.emptyTimeout,
      departure_timeout: config.departureTimeout,
      max_participants: config.maxParticipants,
      metadata: config.metadata,
      min_playout_delay: config.minPlayoutDelay,
      max_playout_delay: config.maxPlayoutDelay,
      sync_streams: config.syncStreams || undefined,
      agents: config.agents.length > 0 ? config.agents.map(({ agentName, metadata }) => ({ agent_name: agentName, metadata })) : undefined,
    }),
    grant: '--create',
  }),
  'close-room': ({ room }) => ({ lk: lk('room delete', {}, room), method: 'DeleteRoom', body: { room }, grant: '--create' }),
  'set-room-metadata': ({ room, metadata }) => ({
    lk: metadata === '' ? null : lk('room update', { metadata }, room),
    method: 'UpdateRoomMetadata',
    body: { room, metadata },
    grant: admin(room),
  }),
  'list-participants': ({ room }) => ({
    lk: lk('room participants list', {}, room),
    method: 'ListParticipants',
    body: { room },
    grant: admin(room),
  }),
  'mute-track': ({ room, identity, trackSid, muted }) => ({
    lk: lk('room mute-track', { room, identity, mute: muted, unmute: !muted }, trackSid),
    method: 'MutePublishedTrack',
    body: { room, identity, track_sid: trackSid, muted },
    grant: admin(room),
  }),
  remove: ({ room, identity }) => ({
    lk: lk('room participants remove', { room }, identity),
    method: 'RemoveParticipant',
    body: { room, identity },
    grant: admin(room),
  }),
  update: ({ room, identity, name, metadata, attributes, permission }) => ({
    lk:
      name !== undefined || attributes !== undefined
        ? null
        : lk(
            'room participants update',
            { room, metadata, permissions: permission && JSON.stringify(snakePermission(permission)) },
            identity,
          ),
    method: 'UpdateParticipant',
    body: defined({ room, identity, name, metadata, attributes, permission: permission && snakePermission(permission) }),
    grant: admin(room),
  }),
  subscribe: ({ room, identity, trackSids, subscribe }) => ({
    lk: lk('room update-subscriptions', { room, identity, subscribe, unsubscribe: !subscribe }, ...trackSids),
    method: 'UpdateSubscriptions',
    body: { room, identity, track_sids: trackSids, subscribe },
    grant: admin(room),
  }),
  'send-data': ({ room, identities, topic, text, reliable }) => ({
    lk: reliable ? lk('room send-data', { room, topic, identity: identities }, text) : null,
    method: 'SendData',
    body: {
      room,
      data: Buffer.from(text).toString('base64'),
      kind: reliable ? 'RELIABLE' : 'LOSSY',
      destination_identities: identities,
      ...(topic ? { topic } : {}),
    },
    grant: admin(room),
  }),
  rpc: ({ room, identity, method, payload }) => ({
    lk: null,
    method: 'PerformRpc',
    body: { room, destination_identity: identity, method, payload },
    grant: admin(room),
  }),
  move: (command) => elsewhere('move', command),
  forward: (command) => elsewhere('forward', command),
};

function elsewhere(verb: 'move' | 'forward', { room, identity, destinationRoom }: Of<'move' | 'forward'>): Texts {
  return {
    lk: lk(`room participants ${verb}`, { room, identity, 'destination-room': destinationRoom }),
    method: verb === 'move' ? 'MoveParticipant' : 'ForwardParticipant',
    body: { room, identity, destination_room: destinationRoom },
    // lk's own flags have no destination room: the grant is written out.
    grant: `--grant ${quote(JSON.stringify({ roomAdmin: true, room, destinationRoom }))}`,
  };
}

/** One text for each way; the union's members and their texts belong together, which the compiler sees only behind a generic. */
const textsOf = <A extends RoomCommand['action']>(command: Of<A> & { action: A }): Texts => texts[command.action](command);

/** What does the same outside of the console. Neither text has a secret: both read LIVEKIT_API_KEY and LIVEKIT_API_SECRET. */
export function commandTexts(serverUrl: string, command: RoomCommand): { lk: string | null; curl: string } {
  const found = textsOf(command);
  const url = `LIVEKIT_URL=${quote(serverUrl)} `;
  const curl = [
    `curl -sS ${quote(httpUrl(serverUrl, `/twirp/livekit.RoomService/${found.method}`))}`,
    `  -H "Authorization: Bearer $(lk token create ${found.grant} --valid-for 5m --token-only)"`,
    `  -H 'Content-Type: application/json'`,
    `  -d ${quote(JSON.stringify(found.body))}`,
  ].join(' \\\n');
  return { lk: found.lk === null ? null : url + found.lk, curl };
}

export const createCommands = ({ profiles }: Desk): Pick<Handlers, 'rooms.asCommand'> => ({
  async 'rooms.asCommand'({ profileId, commands }) {
    const { serverUrl } = profiles.get(profileId);
    const all = commands.map((command) => commandTexts(serverUrl, command));
    const lk = all.flatMap((one) => one.lk ?? []);
    return { lk: lk.length === all.length ? lk.join('\n') : null, curl: all.map(({ curl }) => curl).join('\n') };
  },
});
