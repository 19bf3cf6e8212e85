import { type RunningServer, startLiveKitServer } from '../setup/livekit-server';
import { type RunningRedis, startRedis } from '../setup/redis';
import { test as base } from './fixture';

/** A story on a server with Redis, of its own, for recordings, ingress and calls. There is no worker. */
export const test = base.extend<{ redis: RunningRedis; server: RunningServer }>({
  redis: async ({ browserName: _ }, use) => {
    const redis = await startRedis();
    await use(redis);
    await redis.stop();
  },
  server: async ({ redis }, use) => {
    const server = await startLiveKitServer(`redis: {address: '${redis.address}'}\ningress: {rtmp_base_url: 'rtmp://127.0.0.1:1935/x'}`);
    await use(server);
    await server.stop();
  },
});
export { expect } from './fixture';
