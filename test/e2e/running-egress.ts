import { EgressInfo, EgressStatus, RoomCompositeEgressRequest } from 'livekit-server-sdk';

/** A recording of the room "webinar" as a worker keeps it in Redis, which streams as well. */
export const runningEgress = new EgressInfo({
  egressId: 'EG_live',
  roomName: 'webinar',
  status: EgressStatus.EGRESS_ACTIVE,
  startedAt: BigInt(Date.now()) * 1_000_000n,
  request: { case: 'roomComposite', value: new RoomCompositeEgressRequest({ roomName: 'webinar', layout: 'grid' }) },
  streamResults: [{ url: 'rtmp://live.example/app/stream-key-1' }],
});

/** A recording of the room "board" that ran for 28 minutes and could not be stored. */
export const failedEgress = new EgressInfo({
  egressId: 'EG_failed',
  roomName: 'board',
  status: EgressStatus.EGRESS_FAILED,
  startedAt: BigInt(Date.now() - 30 * 60_000) * 1_000_000n,
  endedAt: BigInt(Date.now() - 2 * 60_000) * 1_000_000n,
  error: 'could not upload: 403 AccessDenied',
  request: {
    case: 'roomComposite',
    value: new RoomCompositeEgressRequest({
      roomName: 'board',
      fileOutputs: [
        { filepath: 'board/{time}.mp4', output: { case: 's3', value: { bucket: 'board-archive', accessKey: 'AKIA', secret: 'secret' } } },
      ],
    }),
  },
});
