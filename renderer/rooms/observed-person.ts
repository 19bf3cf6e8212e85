import type { Participant as RemotePerson, TrackPublication } from 'livekit-client';
import type { Participant, Permission, Track } from '../../main/contract/participants';

/** LiveKit's numbers and ours, by position. */
const sources = ['unknown', 'camera', 'microphone', 'screen_share', 'screen_share_audio'] as const;
const kinds: Record<number, Participant['kind']> = { 1: 'ingress', 2: 'egress', 3: 'sip', 4: 'agent', 7: 'connector', 8: 'bridge' };
const qualities = ['low', 'medium', 'high', 'off'] as const;

const isSource = (source: (typeof sources)[number] | undefined): source is Permission['canPublishSources'][number] =>
  source !== undefined && source !== 'unknown';

function permissionOf({ permissions }: RemotePerson): Permission {
  return {
    canSubscribe: permissions?.canSubscribe ?? false,
    canPublish: permissions?.canPublish ?? false,
    canPublishData: permissions?.canPublishData ?? false,
    canPublishSources: (permissions?.canPublishSources ?? []).map((source) => sources[source]).filter(isSource),
    canUpdateMetadata: permissions?.canUpdateMetadata ?? false,
    canSubscribeMetrics: permissions?.canSubscribeMetrics ?? false,
    canManageAgentSession: permissions?.canManageAgentSession ?? false,
    hidden: permissions?.hidden ?? false,
    recorder: permissions?.recorder ?? false,
    agent: permissions?.agent ?? false,
  };
}

function trackOf({ trackSid, trackName, kind, isMuted, trackInfo, isEncrypted }: TrackPublication): Track {
  return {
    sid: trackSid,
    name: trackName,
    kind: kind === 'audio' ? 'audio' : 'video',
    source: sources[trackInfo?.source ?? 0] ?? 'unknown',
    muted: isMuted,
    codec: trackInfo?.mimeType ?? '',
    width: trackInfo?.width ?? 0,
    height: trackInfo?.height ?? 0,
    layers: (trackInfo?.layers ?? []).map(({ quality, width, height, bitrate }) => ({
      quality: qualities[quality] ?? 'off',
      width,
      height,
      bitrate,
    })),
    encrypted: isEncrypted,
  };
}

/** What a hidden observer sees of a person. Region and version it is not told. */
export const personOf = (person: RemotePerson): Participant => ({
  identity: person.identity,
  name: person.name ?? '',
  sid: person.sid,
  state: 'active',
  kind: kinds[person.kind] ?? 'standard',
  joinedAt: person.joinedAt?.getTime() ?? 0,
  metadata: person.metadata ?? '',
  attributes: { ...person.attributes },
  region: '',
  version: 0,
  isPublisher: person.trackPublications.size > 0,
  permission: permissionOf(person),
  tracks: [...person.trackPublications.values()].map(trackOf),
  observer: false,
});
