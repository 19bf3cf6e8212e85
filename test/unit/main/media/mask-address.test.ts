import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskStreamUrl } from '../../../../main/media/mask-address';

test.each([
  ['rtmp://live.example/app/key-1', 'rtmp://live.example/app/{…}'],
  ['rtmp://live.example/app/key-1/', 'rtmp://live.example/app/{…}'],
  ['rtmps://live.example/app?s_a=Ab/cD', 'rtmps://live.example/{…}'],
  ['rtmp://live.example/app/key-1?s_a=Ab/cD', 'rtmp://live.example/app/{…}'],
  ['rtmp://live.example/app/key-1#Ab/cD', 'rtmp://live.example/app/{…}'],
  ['rtmp://live.example/app/{key...y-1}', 'rtmp://live.example/app/{key...y-1}'],
  ['rtmp://live.example/app/{key-1}', 'rtmp://live.example/app/{…}'],
  ['rtmp://user:p@ss@live.example/app/key-1', 'rtmp://[redacted]@live.example/app/{…}'],
  ['rtmp://user:pa/ss@live.example/app/key-1', 'rtmp://{…}'],
  ['srt://live.example:9000?streamid=a/key-1', 'srt://live.example:9000/{…}'],
  ['srt://live.example:9000', 'srt://live.example:9000'],
  ['mux://key-1', 'mux://{…}'],
  ['twitch://key-1', 'twitch://{…}'],
  ['https://media.example/live.m3u8?token=key-1', 'https://media.example/{…}'],
  ['key-1', '{…}'],
  ['', '{…}'],
])('%s is shown as %s', (url, shown) => {
  expect(maskStreamUrl(url)).toBe(shown);
});

const word = fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
const key = fc.uuid().map((id) => `KEY${id}`);
test('no key is left in an address, wherever it stands', () => {
  const places = fc.constantFrom<(secret: string, other: string) => string>(
    (secret) => `/app/${secret}`,
    (secret) => `/${secret}//`,
    (secret, other) => `/app/${other}?streamid=${secret}/${other}`,
    (secret, other) => `?${other}=${other}/${secret}`,
    (secret, other) => `/app/${other}/#/${secret}/${other}`,
    (secret, other) => `/app/${other}/?${other}=/${secret}/`,
  );
  const scheme = fc.constantFrom('rtmp', 'RTMPS', 'srt', 'https', 'wss', 'mux', 'x-own');
  fc.assert(
    fc.property(scheme, word, key, word, places, (name, host, secret, other, place) => {
      const shown = maskStreamUrl(`${name}://${host}.example${place(secret, other)}`);
      expect(shown).not.toContain(secret);
      expect(maskStreamUrl(shown)).toBe(shown);
    }),
  );
});
