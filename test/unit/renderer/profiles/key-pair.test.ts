import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { keysYaml, makeKeyPair } from '../../../../renderer/profiles/key-pair';

test('a key pair has the shape that livekit-server generate-keys gives it, and no two are equal', () => {
  const pairs = Array.from({ length: 500 }, makeKeyPair);
  for (const { apiKey, apiSecret } of pairs) {
    expect(apiKey).toMatch(/^API[A-Za-z0-9]{12}$/);
    expect(apiSecret).toMatch(/^[A-Za-z0-9]{44}$/);
  }
  expect(new Set(pairs.flatMap(({ apiKey, apiSecret }) => [apiKey, apiSecret])).size).toBe(1_000);
});

test('the YAML to paste says the same pair, as text, whatever letters it has', () => {
  for (const pair of [...Array.from({ length: 200 }, makeKeyPair), { apiKey: 'APInull', apiSecret: '1234567890' }]) {
    const read = parse(keysYaml(pair), { schema: 'failsafe' });
    expect(read).toEqual({ keys: { [pair.apiKey]: pair.apiSecret } });
  }
});
