import { expect, test } from 'vitest';
import { probe } from '../../main/profiles/probe';
import { startLiveKitServer } from '../setup/livekit-server';
import { hasRedis, startRedis } from '../setup/redis';

test.runIf(hasRedis)('a server with Redis answers for recording, ingress and SIP too', async () => {
  const redis = await startRedis();
  const { url, apiKey, apiSecret, stop } = await startLiveKitServer(`redis: {address: '${redis.address}'}`);
  const { verdict, apis } = await probe({ serverUrl: url, apiKey, apiSecret }, () => null, 'watched');
  expect({ verdict, apis }).toEqual({ verdict: 'ok', apis: { rooms: 'answers', egress: 'answers', ingress: 'answers', sip: 'answers' } });
  await stop();
  await redis.stop();
});
