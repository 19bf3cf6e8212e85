import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseServerUrl } from '../../../main/contract/server-url';

test.each([
  ['wss://RTC.Harbor.example/', 'wss://rtc.harbor.example', false],
  ['https://rtc.harbor.example:443', 'wss://rtc.harbor.example', false],
  ['http://rtc.harbor.example:80/livekit/', 'ws://rtc.harbor.example/livekit', true],
  ['rtc.harbor.example', 'wss://rtc.harbor.example', false],
  ['localhost:7880', 'ws://localhost:7880', false],
  ['127.0.0.1:7880', 'ws://127.0.0.1:7880', false],
  ['ws://[::1]:7880', 'ws://[::1]:7880', false],
  ['ws://10.0.0.4:7880', 'ws://10.0.0.4:7880', true],
])('%s becomes %s', (typed, url, insecure) => {
  expect(parseServerUrl(typed)).toMatchObject({ url, insecure });
});

test.each([
  ['  ', 'required'],
  ['ftp://host', 'address-scheme'],
  ['wss://', 'not-an-address'],
  ['wss://a b', 'not-an-address'],
  ['wss://key:secret@host', 'address-credentials'],
  ['wss://host?x=1', 'address-query'],
])('%j is refused: %s', (typed, problem) => {
  expect(parseServerUrl(typed)).toEqual({ problem });
});

test('its one normal form is read as itself', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['ws', 'wss', 'http', 'https'] }), (typed) => {
      const once = parseServerUrl(typed);
      if ('url' in once) expect(parseServerUrl(once.url)).toEqual(once);
    }),
  );
});
