import {
  DirectFileOutput,
  EncodedFileOutput,
  EncodedFileType,
  EncodingOptionsPreset,
  ImageOutput,
  S3Upload,
  SegmentedFileOutput,
  StreamOutput,
} from '@livekit/protocol';
import { EgressClient, RoomCompositeEgressRequest, TrackEgressRequest, WebEgressRequest } from 'livekit-server-sdk';
import { expect, test } from 'vitest';
import { egressForms, egressRequestOf } from '../../../../main/contract/egress-forms';
import { initialValues } from '../../../../main/contract/form';
import { auditable } from '../../../../main/media/request';

/** What the SDK itself would send. */
async function sdkSends(start: (client: EgressClient) => Promise<unknown>): Promise<{ method: string; request: never }> {
  const client = new EgressClient('http://127.0.0.1:1', 'APIkey', 'secret-secret-secret-secret-secr');
  const sent: { method: string; request: never }[] = [];
  const request = async (_: string, method: string, data: never) => {
    sent.push({ method, request: data });
    return {};
  };
  Reflect.set(client, 'rpc', { request });
  await start(client);
  const [first] = sent;
  if (!first) throw new Error('nothing was sent');
  return first;
}
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as never;

test('a room recorded as file, segments, images and stream is asked for exactly as the SDK asks for it', async () => {
  const values = {
    ...initialValues(egressForms.RoomComposite),
    room_name: ' ward-7 ',
    layout: 'speaker',
    outputs: ['file', 'segments', 'images', 'stream'],
    'file_outputs.0.filepath': 'ward-7.ogg',
    'file_outputs.0.file_type': 'OGG',
    'segment_outputs.0.filename_prefix': 'ward-7/part',
    'segment_outputs.0.playlist_name': 'ward-7.m3u8',
    'segment_outputs.0.segment_duration': '6',
    'image_outputs.0.filename_prefix': 'ward-7/still',
    'image_outputs.0.capture_interval': '10',
    'stream_outputs.0.urls': 'rtmp://a.example/app/key-a\nsrt://b.example:9000?streamid=key-b',
    storage_kind: 's3',
    'storage.s3.bucket': 'harbor-recordings',
    'storage.s3.access_key': 'AKIA',
    'storage.s3.secret': 'storage-secret',
    'storage.s3.force_path_style': true,
    preset: 'H264_1080P_30',
    audio_only: true,
  };
  const output = {
    case: 's3' as const,
    value: new S3Upload({ bucket: 'harbor-recordings', accessKey: 'AKIA', secret: 'storage-secret', forcePathStyle: true }),
  };
  const sdk = await sdkSends((client) =>
    client.startRoomCompositeEgress(
      'ward-7',
      {
        file: new EncodedFileOutput({ filepath: 'ward-7.ogg', fileType: EncodedFileType.OGG, output }),
        segments: new SegmentedFileOutput({
          filenamePrefix: 'ward-7/part',
          playlistName: 'ward-7.m3u8',
          segmentDuration: 6,
          output,
        }),
        images: new ImageOutput({ filenamePrefix: 'ward-7/still', captureInterval: 10, output }),
        stream: new StreamOutput({ urls: ['rtmp://a.example/app/key-a', 'srt://b.example:9000?streamid=key-b'] }),
      },
      { layout: 'speaker', encodingOptions: EncodingOptionsPreset.H264_1080P_30, audioOnly: true },
    ),
  );
  expect(sdk.method).toBe('StartRoomCompositeEgress');
  const ours = RoomCompositeEgressRequest.fromJson(asJson(egressRequestOf(egressForms.RoomComposite, values)));
  expect(ours.toJson()).toEqual(RoomCompositeEgressRequest.fromJson(sdk.request).toJson());
  expect(JSON.stringify(auditable(egressForms.RoomComposite, values))).not.toMatch(/storage-secret|AKIA|key-a|key-b/);
});

test('a track kept as a file, and a page, are asked for exactly as the SDK asks for them', async () => {
  const track = { ...initialValues(egressForms.Track), room_name: 'or-3', track_id: 'TR_x', 'file.filepath': 'or-3/{track_id}' };
  const sdkTrack = await sdkSends((client) =>
    client.startTrackEgress('or-3', new DirectFileOutput({ filepath: 'or-3/{track_id}' }), 'TR_x'),
  );
  expect(sdkTrack.method).toBe('StartTrackEgress');
  expect(TrackEgressRequest.fromJson(asJson(egressRequestOf(egressForms.Track, track))).toJson()).toEqual(
    TrackEgressRequest.fromJson(sdkTrack.request).toJson(),
  );
  const web = {
    ...initialValues(egressForms.Web),
    url: 'https://page.example/?token=abc',
    'file_outputs.0.filepath': 'page.mp4',
    preset: 'H264_1080P_60',
  };
  const sdkWeb = await sdkSends((client) =>
    client.startWebEgress(
      web.url,
      { file: new EncodedFileOutput({ filepath: 'page.mp4' }) },
      { encodingOptions: EncodingOptionsPreset.H264_1080P_60 },
    ),
  );
  expect(sdkWeb.method).toBe('StartWebEgress');
  expect(WebEgressRequest.fromJson(asJson(egressRequestOf(egressForms.Web, web))).toJson()).toEqual(
    WebEgressRequest.fromJson(sdkWeb.request).toJson(),
  );
});
