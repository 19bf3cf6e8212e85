import { expect, test } from 'vitest';
import { loudness } from '../../../../renderer/rooms/level-meters';

const tone = (amplitude: number) => Float32Array.from({ length: 2_048 }, (_, at) => amplitude * Math.sin(at / 7));

test('what the server would call silence is silence, and louder is more', () => {
  expect(loudness(new Float32Array(2_048))).toBe(0);
  expect(loudness(tone(0.01))).toBe(0);
  const [soft, loud] = [loudness(tone(0.05)), loudness(tone(0.9))];
  expect(soft).toBeGreaterThan(0);
  expect(loud).toBeGreaterThan(soft);
  expect(loudness(tone(5))).toBe(1);
});
