import { expect, test } from 'vitest';
import { pooled } from '../../../../main/rooms/pool';

test('never more at a time than the pool is wide, and the answers keep the order', async () => {
  let [running, most] = [0, 0];
  const answers = await pooled(
    Array.from({ length: 50 }, (_, at) => at),
    7,
    async (at) => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running -= 1;
      return at * 2;
    },
  );
  expect(most).toBe(7);
  expect(answers).toEqual(Array.from({ length: 50 }, (_, at) => at * 2));
});

test('nothing to do is done', async () => {
  expect(await pooled([], 4, async () => 1)).toEqual([]);
});
