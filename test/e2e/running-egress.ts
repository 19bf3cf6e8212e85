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
