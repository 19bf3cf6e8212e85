/** By the protocol's own names: a field means the same in each request. */
export const fields = {
  name: 'Name',
  input_type: 'Comes by',
  url: 'Address',
  room_name: 'Room',
  participant_identity: 'Identity',
  participant_name: 'Display name',
  participant_metadata: 'Metadata',
  enabled: 'Takes streams',
  enable_transcoding: 'Transcode',
} as const;
export const hints = {
  enabled: 'Off: the stream key stays, and nobody gets in with it.',
  enable_transcoding: 'Off: the stream goes through as it comes, with less delay and one quality only.',
} as const;
export const choices = { RTMP_INPUT: 'RTMP', WHIP_INPUT: 'WHIP', URL_INPUT: 'URL' } as const;
