import { test as base } from './fixture';
import { type LiveRoom, liveRoom } from './live-room';

/** A story in a room of its own; whoever joined it leaves at the end. */
export const test = base.extend<{ live: LiveRoom }>({
  live: async ({ page }, use, { testId }) => {
    const live = await liveRoom(page, `room/${testId}`);
    await use(live);
    await live.leave();
  },
});
export { expect } from './fixture';
