import {
  type ParticipantInfo,
  ParticipantInfo_State,
  ParticipantPermission,
  type Room as ServerRoom,
  type TrackInfo,
  TrackSource,
  TrackType,
} from 'livekit-server-sdk';
import type { Participant, Permission, Track } from '../contract/participants';
import type { Room } from '../contract/rooms';

/** LiveKit's numbers and ours, by position. */
const sources = ['unknown', 'camera', 'microphone', 'screen_share', 'screen_share_audio'] as const satisfies Track['source'][];
type Source = Permission['canPublishSources'][number];
const kinds: Record<number, Participant['kind']> = { 1: 'ingress', 2: 'egress', 3: 'sip', 4: 'agent', 7: 'connector', 8: 'bridge' };
const trackKinds: Record<TrackType, Track['kind']> = { [TrackType.AUDIO]: 'audio', [TrackType.VIDEO]: 'video', [TrackType.DATA]: 'data' };
const states: Record<ParticipantInfo_State, Participant['state']> = {
  [ParticipantInfo_State.JOINING]: 'joining',
  [ParticipantInfo_State.JOINED]: 'joined',
  [ParticipantInfo_State.ACTIVE]: 'active',
  [ParticipantInfo_State.DISCONNECTED]: 'disconnected',
};
const qualities = ['low', 'medium', 'high', 'off'] as const;

/** The server's `turnPassword` and codec list are left behind here. */
export const roomOf = (room: ServerRoom): Room => ({
  name: room.name,
  sid: room.sid,
  createdAt: Number(room.creationTimeMs || room.creationTime * 1000n),
  participants: room.numParticipants,
  publishers: room.numPublishers,
  maxParticipants: room.maxParticipants,
  emptyTimeout: room.emptyTimeout,
  departureTimeout: room.departureTimeout,
  recording: room.activeRecording,
  metadata: room.metadata,
});

function trackOf(track: TrackInfo): Track {
  const layers = track.layers.length > 0 ? track.layers : (track.codecs[0]?.layers ?? []);
  return {
    sid: track.sid,
    name: track.name,
    kind: trackKinds[track.type],
    source: sources[track.source] ?? 'unknown',
    muted: track.muted,
    codec: track.mimeType || track.codecs[0]?.mimeType || '',
    width: track.width,
    height: track.height,
    layers: layers.map(({ quality, width, height, bitrate }) => ({ quality: qualities[quality] ?? 'off', width, height, bitrate })),
    encrypted: track.encryption !== 0,
  };
}

const isSource = (source: Track['source'] | undefined): source is Source => source !== undefined && source !== 'unknown';
export const permissionOf = (permission = new ParticipantPermission()): Permission => ({
  canSubscribe: permission.canSubscribe,
  canPublish: permission.canPublish,
  canPublishData: permission.canPublishData,
  canPublishSources: permission.canPublishSources.map((source) => sources[source]).filter(isSource),
  canUpdateMetadata: permission.canUpdateMetadata,
  canSubscribeMetrics: permission.canSubscribeMetrics,
  canManageAgentSession: permission.canManageAgentSession,
  hidden: permission.hidden,
  recorder: permission.recorder,
  agent: permission.agent,
});

const serverSources: Record<Source, TrackSource> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};
/** All fields, always: the server reads one that is left out as false. */
export const serverPermission = (permission: Permission): ParticipantPermission =>
  new ParticipantPermission({ ...permission, canPublishSources: permission.canPublishSources.map((source) => serverSources[source]) });

/** In one order of keys and sources, whichever way it came. */
const fixed = (permission: Permission) => {
  const ordered = permissionOf(serverPermission(permission));
  return JSON.stringify({ ...ordered, canPublishSources: ordered.canPublishSources.toSorted() });
};
export const samePermission = (a: Permission, b: Permission): boolean => fixed(a) === fixed(b);

export const observerPrefix = 'roomkeeper-observer-';
/** As the server counts: agents, recorders and hidden observers are left out of numParticipants and do not keep a room open. */
export const isCounted = ({ permission, kind }: Participant): boolean =>
  !permission.agent && !permission.recorder && kind !== 'agent' && kind !== 'egress';

export const participantOf = (person: ParticipantInfo): Participant => {
  const permission = permissionOf(person.permission);
  return {
    identity: person.identity,
    name: person.name,
    sid: person.sid,
    state: states[person.state],
    kind: kinds[person.kind] ?? 'standard',
    joinedAt: Number(person.joinedAtMs || person.joinedAt * 1000n),
    metadata: person.metadata,
    attributes: person.attributes,
    region: person.region,
    version: person.version,
    isPublisher: person.isPublisher,
    permission,
    tracks: person.tracks.map(trackOf),
    observer: permission.hidden && permission.agent && person.identity.startsWith(observerPrefix),
  };
};
