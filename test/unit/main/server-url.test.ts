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
  ['[::1]:7880', 'ws://[::1]:7880', false],
  ['[0:0:0:0:0:0:0:1]', 'ws://[::1]', false],
  ['LOCALHOST:7880', 'ws://localhost:7880', false],
  ['Dev.localhost/livekit', 'ws://dev.localhost/livekit', false],
  ['[2001:db8::1]:7880', 'wss://[2001:db8::1]:7880', false],
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

const host = fc.oneof(
  fc.domain(),
  fc.domain().map((name) => name.toUpperCase()),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
);
/** An address as people write it: any host, with or without port, prefix and slashes at the end. */
const rest = fc
  .tuple(
    host,
    fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
    fc.array(fc.stringMatching(/^[a-z\d-]{1,8}$/), { maxLength: 3 }),
    fc.nat(2),
  )
  .map(([name, port, path, slashes]) => [port === undefined ? name : `${name}:${port}`, ...path].join('/') + '/'.repeat(slashes));
const scheme = fc.constantFrom('ws', 'wss', 'http', 'https');
const normalFormOf = (typed: string) => {
  const parsed = parseServerUrl(typed);
  return 'url' in parsed ? parsed.url : parsed;
};

test('an address of any host, port and prefix has one normal form, which is read as itself', () => {
  fc.assert(
    fc.property(scheme, rest, (scheme, rest) => {
      const form = normalFormOf(`${scheme}://${rest}`);
      expect(form).toMatch(/^wss?:\/\/[^/]+(?:\/[a-z\d-]+)*$/);
      expect(form).not.toMatch(/^ws:\/\/[^/]*[^:\d]:80(?:\/|$)|^wss:\/\/[^/]*[^:\d]:443(?:\/|$)/);
      expect(URL.parse(String(form))?.host).toBe(String(form).split('/')[2]);
      expect(normalFormOf(String(form))).toBe(form);
    }),
  );
});

test('http is ws, https is wss, and an address without a scheme is one of both', () => {
  fc.assert(
    fc.property(rest, (rest) => {
      expect(normalFormOf(`http://${rest}`)).toBe(normalFormOf(`ws://${rest}`));
      expect(normalFormOf(`https://${rest}`)).toBe(normalFormOf(`wss://${rest}`));
      expect([normalFormOf(`ws://${rest}`), normalFormOf(`wss://${rest}`)]).toContain(normalFormOf(rest));
    }),
  );
});

test('no text throws: it has a normal form or a problem', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.string({ unit: 'binary' }).map((text) => `wss://${text}`),
  );
  fc.assert(
    fc.property(odd, (typed) => {
      const parsed = parseServerUrl(typed);
      if ('url' in parsed) expect(parseServerUrl(parsed.url)).toEqual(parsed);
      else expect(parsed.problem).toMatch(/^[a-z-]+$/);
    }),
  );
});
