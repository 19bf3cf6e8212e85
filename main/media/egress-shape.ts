import { type EgressInfo, EgressStatus } from 'livekit-server-sdk';
import type { Egress, EgressOutput } from '../contract/egress';
import { redact } from '../redact';
import { againOf } from './egress-again';
import { maskStreamUrl } from './mask-address';

const states: Record<EgressStatus, Egress['state']> = {
  [EgressStatus.EGRESS_STARTING]: 'starting',
  [EgressStatus.EGRESS_ACTIVE]: 'active',
  [EgressStatus.EGRESS_ENDING]: 'ending',
  [EgressStatus.EGRESS_COMPLETE]: 'complete',
  [EgressStatus.EGRESS_FAILED]: 'failed',
  [EgressStatus.EGRESS_ABORTED]: 'aborted',
  [EgressStatus.EGRESS_LIMIT_REACHED]: 'limit',
};
/** The worker counts in nanoseconds. */
const ms = (nanoseconds: bigint): number => Math.round(Number(nanoseconds) / 1e6);

type Asked = { where: string; kind: EgressOutput['kind'] };
type Request = EgressInfo['request'];
type Encoded = Extract<Request, { case: 'roomComposite' | 'web' | 'participant' | 'trackComposite' }>['value'];

/** What was asked for: the worker reports nothing before it has begun. */
function askedOf(request: Request): Asked[] {
  if (request.case === 'track') {
    const { output } = request.value;
    if (output.case === 'file') return [{ kind: 'file', where: output.value.filepath }];
    return output.case === 'websocketUrl' ? [{ kind: 'websocket', where: maskStreamUrl(output.value) }] : [];
  }
  return request.case === 'roomComposite' || request.case === 'web' || request.case === 'participant' || request.case === 'trackComposite'
    ? encodedOf(request.value)
    : [];
}
const encodedOf = ({ fileOutputs, segmentOutputs, imageOutputs, streamOutputs }: Encoded): Asked[] => [
  ...fileOutputs.map(({ filepath }): Asked => ({ kind: 'file', where: filepath })),
  ...segmentOutputs.map(({ playlistName, filenamePrefix }): Asked => ({ kind: 'segments', where: playlistName || filenamePrefix })),
  ...imageOutputs.map(({ filenamePrefix }): Asked => ({ kind: 'images', where: filenamePrefix })),
  ...streamOutputs.flatMap(({ urls }) => urls.map((url): Asked => ({ kind: 'stream', where: maskStreamUrl(url) }))),
];

function outputsOf({ fileResults, segmentResults, imageResults, streamResults, request }: EgressInfo): EgressOutput[] {
  const none = { size: 0, ms: 0, error: '' };
  const told: EgressOutput[] = [
    ...fileResults.map(
      (file): EgressOutput => ({
        ...none,
        kind: 'file',
        where: file.location || file.filename,
        size: Number(file.size),
        ms: ms(file.duration),
      }),
    ),
    ...segmentResults.map(
      (segments): EgressOutput => ({
        ...none,
        kind: 'segments',
        where: segments.playlistLocation || segments.playlistName,
        size: Number(segments.size),
        ms: ms(segments.duration),
      }),
    ),
    ...imageResults.map(({ filenamePrefix }): EgressOutput => ({ ...none, kind: 'images', where: filenamePrefix })),
    ...streamResults.map(
      (stream): EgressOutput => ({
        ...none,
        kind: 'stream',
        where: maskStreamUrl(stream.url),
        ms: ms(stream.duration),
        error: redact(stream.error),
      }),
    ),
  ];
  const missing = askedOf(request).filter(({ kind }) => !told.some((one) => one.kind === kind));
  return [...told, ...missing.map((asked): EgressOutput => ({ ...none, ...asked }))];
}

function whatOf(request: Request): Pick<Egress, 'what' | 'of' | 'layout'> {
  switch (request.case) {
    case 'roomComposite':
      return { what: 'room', of: '', layout: request.value.layout };
    case 'web':
      return { what: 'web', of: redact(request.value.url), layout: '' };
    case 'participant':
      return { what: 'participant', of: request.value.identity, layout: '' };
    case 'track':
      return { what: 'track', of: request.value.trackId, layout: '' };
    case 'trackComposite':
      return { what: 'trackComposite', of: [request.value.audioTrackId, request.value.videoTrackId].filter(Boolean).join(' '), layout: '' };
    default:
      return { what: 'other', of: '', layout: '' };
  }
}

/** The request itself stays behind: it may hold storage credentials. */
export const egressOf = (info: EgressInfo): Egress => ({
  id: info.egressId,
  room: info.roomName,
  ...whatOf(info.request),
  state: states[info.status],
  startedAt: ms(info.startedAt),
  endedAt: ms(info.endedAt),
  updatedAt: ms(info.updatedAt),
  outputs: outputsOf(info),
  error: redact(info.error),
  errorCode: info.errorCode,
  details: redact(info.details),
  again: againOf(info),
});
