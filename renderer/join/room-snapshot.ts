import type { Participant, Room, TrackPublication } from 'livekit-client';

export type Link = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';
export type ShownTrack = {
  sid: string;
  kind: 'audio' | 'video';
  source: string;
  muted: boolean;
  subscribed: boolean;
  encrypted: boolean;
  /** The server holds it back: the way is too narrow. */
  paused: boolean;
};
export type Person = {
  identity: string;
  name: string;
  sid: string;
  isLocal: boolean;
  isAgent: boolean;
  speaking: boolean;
  /** 0 to 1. */
  level: number;
  link: Link;
  encrypted: boolean;
  metadata: string;
  attributes: Record<string, string>;
  tracks: ShownTrack[];
};
export type Connection = 'connecting' | 'connected' | 'reconnecting' | 'left';
/** Everything of a room that is shown, as it was at one moment. */
export type RoomSnapshot = {
  connection: Connection;
  name: string;
  recording: boolean;
  people: Person[];
};

const connections: Record<string, Connection> = {
  connected: 'connected',
  connecting: 'connecting',
  reconnecting: 'reconnecting',
  signalReconnecting: 'reconnecting',
};

const trackOf = (publication: TrackPublication): ShownTrack => ({
  sid: publication.trackSid,
  kind: publication.kind === 'audio' ? 'audio' : 'video',
  source: publication.source,
  muted: publication.isMuted,
  subscribed: publication.isSubscribed,
  encrypted: publication.isEncrypted,
  paused: publication.track?.streamState === 'paused',
});

const personOf = (person: Participant): Person => ({
  identity: person.identity,
  name: person.name ?? '',
  sid: person.sid,
  isLocal: person.isLocal,
  isAgent: person.isAgent,
  speaking: person.isSpeaking,
  level: person.audioLevel,
  link: person.connectionQuality,
  encrypted: person.isEncrypted,
  metadata: person.metadata ?? '',
  attributes: { ...person.attributes },
  tracks: [...person.trackPublications.values()].map(trackOf),
});

/** Oneself first, then the others as they came. */
export const snapshotOf = (room: Room): RoomSnapshot => ({
  connection: connections[room.state] ?? 'left',
  name: room.name,
  recording: room.isRecording,
  people: [room.localParticipant, ...room.remoteParticipants.values()].map(personOf),
});

/** What changes the picture of the room. */
export const snapshotChanges = [
  'connectionStateChanged',
  'participantConnected',
  'participantDisconnected',
  'trackPublished',
  'trackUnpublished',
  'trackSubscribed',
  'trackUnsubscribed',
  'trackMuted',
  'trackUnmuted',
  'localTrackPublished',
  'localTrackUnpublished',
  'participantMetadataChanged',
  'participantNameChanged',
  'participantAttributesChanged',
  'participantPermissionsChanged',
  'activeSpeakersChanged',
  'connectionQualityChanged',
  'recordingStatusChanged',
  'roomMetadataChanged',
  'participantEncryptionStatusChanged',
  'trackStreamStateChanged',
  'trackSubscriptionPermissionChanged',
  'disconnected',
] as const;
