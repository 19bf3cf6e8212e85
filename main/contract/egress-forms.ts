import { type Form, type FormField, type FormValues, requestOf } from './form';
import { storageFields } from './storages';

const presets = [
  'H264_720P_30',
  'H264_720P_60',
  'H264_1080P_30',
  'H264_1080P_60',
  'PORTRAIT_H264_720P_30',
  'PORTRAIT_H264_720P_60',
  'PORTRAIT_H264_1080P_30',
  'PORTRAIT_H264_1080P_60',
];
const layouts = ['grid', 'speaker', 'single-speaker', 'grid-light', 'speaker-light', 'single-speaker-light'];

const outputs: FormField[] = [
  { path: 'outputs', kind: 'several', choices: ['file', 'segments', 'images', 'stream'], initial: ['file'], required: true, local: true },
  { path: 'file_outputs.0.filepath', kind: 'text', initial: '{room_name}-{time}.mp4', when: ['outputs', 'file'] },
  { path: 'segment_outputs.0.filename_prefix', kind: 'text', initial: '{room_name}/{time}', when: ['outputs', 'segments'] },
  { path: 'segment_outputs.0.playlist_name', kind: 'text', when: ['outputs', 'segments'] },
  { path: 'image_outputs.0.filename_prefix', kind: 'text', initial: '{room_name}/{time}', when: ['outputs', 'images'] },
  { path: 'image_outputs.0.capture_interval', kind: 'number', initial: '10', when: ['outputs', 'images'] },
  { path: 'stream_outputs.0.urls', kind: 'lines', required: true, address: true, when: ['outputs', 'stream'] },
  ...storageFields(['outputs', 'file', 'segments', 'images']),
  { path: 'preset', kind: 'choice', choices: presets },
];
const finer: FormField[] = [
  {
    path: 'file_outputs.0.file_type',
    kind: 'choice',
    choices: ['DEFAULT_FILETYPE', 'MP4', 'OGG', 'MP3'],
    more: true,
    when: ['outputs', 'file'],
  },
  { path: 'segment_outputs.0.segment_duration', kind: 'number', more: true, when: ['outputs', 'segments'] },
  { path: 'image_outputs.0.width', kind: 'number', more: true, when: ['outputs', 'images'] },
  { path: 'image_outputs.0.height', kind: 'number', more: true, when: ['outputs', 'images'] },
  {
    path: 'stream_outputs.0.protocol',
    kind: 'choice',
    choices: ['DEFAULT_PROTOCOL', 'RTMP', 'SRT'],
    more: true,
    when: ['outputs', 'stream'],
  },
];
const onlyOne: FormField[] = [
  { path: 'audio_only', kind: 'switch', more: true },
  { path: 'video_only', kind: 'switch', more: true },
];
const room: FormField = { path: 'room_name', kind: 'text', required: true, offers: 'rooms' };
/** A template of one's own may have others. */
const layout: FormField = { path: 'layout', kind: 'text', choices: layouts };

/** The requests that start an egress, by the names of their methods: `Start…Egress`. */
export const egressForms = {
  RoomComposite: {
    id: 'RoomComposite',
    fields: [room, layout, ...outputs, ...finer, ...onlyOne, { path: 'custom_base_url', kind: 'text', unlogged: true, more: true }],
  },
  Participant: {
    id: 'Participant',
    fields: [room, { path: 'identity', kind: 'text', required: true }, { path: 'screen_share', kind: 'switch' }, ...outputs, ...finer],
  },
  TrackComposite: {
    id: 'TrackComposite',
    fields: [room, { path: 'audio_track_id', kind: 'text' }, { path: 'video_track_id', kind: 'text' }, ...outputs, ...finer],
  },
  Track: {
    id: 'Track',
    fields: [
      room,
      { path: 'track_id', kind: 'text', required: true },
      { path: 'output_kind', kind: 'choice', choices: ['file', 'websocket'], local: true },
      { path: 'file.filepath', kind: 'text', initial: '{room_name}-{track_id}-{time}', when: ['output_kind', 'file'] },
      { path: 'websocket_url', kind: 'text', required: true, address: true, when: ['output_kind', 'websocket'] },
      ...storageFields(['output_kind', 'file']),
    ],
  },
  Web: {
    id: 'Web',
    fields: [
      { path: 'url', kind: 'text', required: true, unlogged: true },
      ...outputs,
      ...finer,
      ...onlyOne,
      { path: 'await_start_signal', kind: 'switch', more: true },
    ],
  },
} as const satisfies Record<string, Form>;
export const egressMethods = ['RoomComposite', 'Participant', 'Track', 'TrackComposite', 'Web'] as const;

/** UpdateLayoutRequest */
export const layoutForm: Form = { id: 'layout', fields: [{ ...layout, required: true }] };
/** UpdateStreamRequest */
export const streamForm: Form = {
  id: 'stream',
  fields: [
    { path: 'add_output_urls', kind: 'lines', unlogged: true },
    { path: 'remove_output_urls', kind: 'lines', unlogged: true },
  ],
};

/** The request as the protocol has it: the storage stands in each output that makes files. */
export function egressRequestOf(form: Form, values: FormValues): { [name: string]: unknown } {
  const { storage = {}, ...request } = requestOf(form, values);
  const withStorage = (output: unknown) => ({ ...Object(output), ...Object(storage) });
  for (const name of ['file_outputs', 'segment_outputs', 'image_outputs']) {
    const list = request[name];
    if (Array.isArray(list)) request[name] = list.map(withStorage);
  }
  if (request.file) request.file = withStorage(request.file);
  return request;
}
