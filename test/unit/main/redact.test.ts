import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '../../../main/redact';

const secret = fc.base64String({ minLength: 16, maxLength: 64 }).map((text) => text.replaceAll('/', '-').replaceAll('=', '9'));
const part = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/);
const jwt = fc.tuple(part, part, part).map(([header, claims, signature]) => `eyJ${header}.eyJ${claims}.${signature}`);
const around = fc.constantFrom('', ' ', '\n', ' and then ', '", "x": 1', '; ', ')');

const places: Record<string, (value: string) => string> = {
  'a line of .env': (value) => `LIVEKIT_API_SECRET=${value}`,
  'a quoted line of .env': (value) => `export LIVEKIT_API_SECRET="${value}"`,
  JSON: (value) => JSON.stringify({ apiKey: 'APIx', apiSecret: value, room: 'r' }),
  'JSON in JSON': (value) => JSON.stringify({ body: JSON.stringify({ api_secret: value }) }),
  'an object in the log': (value) => inspect({ apiSecret: value, deep: { turnPassword: value } }),
  YAML: (value) => `api_secret: ${value}`,
  'the keys of a server': (value) => `keys: {devkey: ${value}}`,
  'a pair of key and secret': (value) => `--keys "APIabcdef12: ${value}"`,
  'a query': (value) => `wss://host/rtc?access_token=${value}&auto_subscribe=1`,
  'a launch link': (value) => `http://roomkeeper-1.localhost:1/launch?ticket=${value}`,
  'a header': (value) => `Authorization: Bearer ${value}`,
  'a header in an object': (value) => inspect({ headers: { authorization: `Basic ${value}`, cookie: `a=${value}` } }),
  'user and password': (value) => `redis://user:${value}@host:6379`,
  'a cookie': (value) => `set-cookie: __Host-roomkeeper=${value}; Path=/`,
  'the password of a TURN server': (value) => `turnPassword: '${value}'`,
  'an ICE password': (value) => `a=ice-pwd:${value}`,
};

test.each(Object.entries(places))('a secret in %s is not in what is left', (_name, place) => {
  fc.assert(
    fc.property(around, secret, around, (before, value, after) => {
      expect(redact(before + place(value) + after)).not.toContain(value);
    }),
  );
});

test('no part of a token is left, wherever it stands and wherever it is cut off', () => {
  fc.assert(
    fc.property(fc.string(), jwt, fc.nat(), fc.string(), (before, token, cut, after) => {
      const left = redact(`${before} ${token} ${after}`);
      expect(token.split('.').filter((one) => left.includes(one))).toEqual([]);
      // Cut off anywhere: of each part that is there, nothing is left.
      const cutOff = token.slice(0, 11 + (cut % (token.length - 11)));
      const pieces = cutOff.split('.').filter((piece) => piece.length >= 8);
      const afterCut = redact(`${before}${cutOff}`);
      expect(pieces.filter((piece) => afterCut.includes(piece))).toEqual([]);
    }),
  );
});

test('a text that has been redacted stays as it is', () => {
  const mixed = fc.oneof(fc.string(), ...Object.values(places).map((place) => secret.map(place)));
  fc.assert(
    fc.property(mixed, (text) => {
      const once = redact(text);
      expect(redact(once)).toBe(once);
    }),
  );
});

test.each([
  'profiles.probe secret-missing The keychain holds no secret for this profile',
  'invalid token: expired at 12:00',
  'invalid API key: APIabcdef12',
  'Basic authentication is not supported',
  'requested room: demo, identity: ada',
  'https://meet.livekit.io/custom?liveKitUrl=wss://host',
])('%s is left as it is', (text) => {
  expect(redact(text)).toBe(text);
});

test('a client’s key of the token endpoint is taken out wherever it stands', () => {
  const key = `rk_${'aZ09-_xY'.repeat(5)}abc`;
  for (const text of [key, `key ${key} was sent`, `{"key":"${key}"}`, `Bearer ${key}`, `/livekit?k=${key}&x`]) {
    expect(redact(text)).not.toContain('aZ09-_xY');
  }
});
