import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkToken } from '../../../../renderer/tokens/inspect-token';
import { decodeToken } from '../../../../renderer/ui/decode-token';

const now = new Date('2026-11-24T12:00:00Z');
const seconds = now.getTime() / 1000;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object, header: object = { alg: 'HS256' }) => `${encoded(header)}.${encoded(claims)}.c2lnbmF0dXJl`;
const good = { iss: 'API1', sub: 'grace 林美', exp: seconds + 3_600, nbf: seconds, video: { roomJoin: true, room: 'ward' } };
const found = (claims: object, header?: object) => {
  const decoded = decodeToken(signed(claims, header));
  if (!decoded) throw new Error('not decoded');
  return checkToken(decoded, 'API1', now);
};
const bad = (claims: object, header?: object) => found(claims, header).filter(({ tone }) => tone !== 'green');

test('a token is found by itself, behind Bearer, broken into lines, and in a join link', () => {
  const jwt = signed(good);
  const link = `https://meet.livekit.io/custom?liveKitUrl=wss%3A%2F%2Frtc.example&token=${jwt}`;
  for (const pasted of [jwt, ` Bearer ${jwt}\n`, jwt.replace(/(.{40})/g, '$1\n'), link]) {
    expect(decodeToken(pasted)?.claims).toEqual(good);
  }
});

test('a good token has nothing but green', () => {
  expect(bad(good)).toEqual([]);
});

test('an exp as text is held against the clock as the server does, and not taken for none', () => {
  expect(bad({ ...good, exp: String(seconds - 61) }).map(({ code }) => code)).toEqual(['textExpiry', 'expired']);
});

test.each([
  ['expired', { ...good, exp: seconds - 61 }, 'expired', 'red'],
  ['from a clock that is fast', { ...good, nbf: seconds + 75 }, 'notYet', 'red'],
  ['without exp', { ...good, exp: undefined }, 'noExpiry', 'amber'],
  ['with exp as text', { ...good, exp: String(seconds + 3_600) }, 'textExpiry', 'amber'],
  ['with exp in milliseconds', { ...good, exp: now.getTime() }, 'milliseconds', 'amber'],
  ['with roomName', { ...good, video: { roomJoin: true, roomName: 'ward' } }, 'roomName', 'red'],
  ['without room', { ...good, video: { roomJoin: true } }, 'noRoom', 'red'],
  ['without identity', { ...good, sub: '' }, 'noIdentity', 'red'],
  ['with jti alone', { ...good, sub: undefined, jti: 'grace' }, 'jtiIdentity', 'amber'],
  ['of another key', { ...good, iss: 'API2' }, 'otherKey', 'red'],
  ['without video', { ...good, video: undefined }, 'noGrants', 'red'],
  ['with a misspelt grant', { ...good, video: { ...good.video, canPublsh: true } }, 'unknownClaims', 'amber'],
])('a token %s is told apart', (_, claims, code, tone) => {
  expect(bad(claims)).toEqual([expect.objectContaining({ code, tone })]);
});

test('within the server’s grace of 60 s nothing is wrong', () => {
  expect(bad({ ...good, exp: seconds - 58, nbf: seconds + 58 })).toEqual([]);
});

test('another algorithm is refused', () => {
  expect(bad(good, { alg: 'none' })).toEqual([{ code: 'algorithm', tone: 'red', values: { algorithm: 'none' } }]);
});

test('whatever is pasted is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (text, claims) => {
      decodeToken(text);
      const decoded = decodeToken(`${encoded({})}.${encoded(claims)}.x`);
      if (decoded) checkToken(decoded, 'API1', now);
    }),
  );
});
