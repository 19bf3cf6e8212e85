import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameServer, parsePasted } from '../../../../renderer/join/parse-pasted';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${encoded({ alg: 'HS256' })}.${encoded({ sub: 'qa', video: { roomJoin: true, room: 'smoke' } })}.c2ln`;
const url = 'wss://live.example';
const server = encodeURIComponent(url);

test.each([
  ['a token', token],
  ['a token behind Bearer', `Bearer ${token}`],
  ['a token over two lines', `${token.slice(0, 30)}\n${token.slice(30)}`],
])('%s is read, for the open server', (_, pasted) => {
  expect(parsePasted(pasted)).toEqual({ token, url: null, passphrase: '', codec: null, room: 'smoke', identity: 'qa' });
});

test.each([
  ['Meet’s', `https://meet.livekit.io/custom?liveKitUrl=${server}&token=${token}`],
  ['a page’s with other names', `https://qa.example/join?ws=${server}&jwt=${token}`],
  ['a page’s with both behind #', `https://qa.example/#url=${server}&t=${token}`],
  ['a page’s with a route behind #', `https://qa.example/#/call?url=${server}&t=${token}`],
])('%s join link names token and server', (_, pasted) => {
  expect(parsePasted(pasted)).toMatchObject({ token, url, room: 'smoke', identity: 'qa', passphrase: '' });
});

test('Meet’s codec and passphrase are taken over', () => {
  const link = `https://meet.livekit.io/custom?liveKitUrl=${server}&token=${token}&codec=av1#four%20words`;
  expect(parsePasted(link)).toMatchObject({ codec: 'av1', passphrase: 'four words' });
  expect(parsePasted(link.replace('av1', 'mpeg'))).toMatchObject({ codec: null });
});

test('what holds no token is none, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (pasted) => {
      expect(parsePasted(pasted)).toBeUndefined();
      expect(parsePasted(`https://qa.example/join?token=${encodeURIComponent(pasted)}#${pasted}`)).toBeUndefined();
    }),
  );
});

test.each([
  ['wss://h.example/a', 'https://H.example:443/a/', true],
  ['ws://127.0.0.1:7880', 'http://127.0.0.1:7880/', true],
  ['wss://h.example/a', 'wss://h.example/b', false],
  ['wss://h.example/a', 'wss://h.example', false],
  ['wss://h.example', 'ws://h.example:443', false],
  ['wss://h.example:7443', 'wss://h.example', false],
  ['not an address', 'not an address', false],
])('%s and %s are the same server: %s', (one, other, same) => {
  expect(isSameServer(one, other)).toBe(same);
});
