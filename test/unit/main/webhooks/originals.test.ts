import { expect, test } from 'vitest';
import { createOriginals } from '../../../../main/webhooks/originals';

const signed = { body: Buffer.from('{}'), authorization: 'x' };

test('a flood of refused deliveries pushes out none that was verified', () => {
  const originals = createOriginals();
  originals.add(1, signed, { signedAt: null, reason: null });
  for (let no = 2; no < 500; no += 1) originals.add(no, signed, { signedAt: null, reason: 'unknown-key' });
  expect(originals.find(1)).toBeDefined();
  expect(originals.find(499)).toBeDefined();
  expect(originals.find(2)).toBeUndefined();
});
