import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinPage, meetJoinPage } from '../../../../main/contract/join-page';
import { fillJoinPage, joinPageLints } from '../../../../main/tokens/join-link';

const values = { url: 'wss://rtc.harbor.example/livekit', token: 'eyJ.a-b_c.d' };

test('fills LiveKit Meet’s page as its own tools do', () => {
  expect(fillJoinPage(meetJoinPage, values)).toEqual({
    url: 'https://meet.livekit.io/custom?liveKitUrl=wss%3A%2F%2Frtc.harbor.example%2Flivekit&token=eyJ.a-b_c.d',
    host: 'meet.livekit.io',
  });
});

const pages = fc
  .record({
    host: fc.domain(),
    path: fc.webPath(),
    query: fc.constantFrom(
      '?t={token}&u={url}',
      '?u={url}#{token}',
      '#/{token}/{url}',
      '/{url}/x?{token}',
      '?t={token}&t2={token}&u={url}',
    ),
  })
  .map(({ host, path, query }) => `https://${host}${path}${query}`);

test('gives back what was filled in, and sends it to no other host', () => {
  fc.assert(
    fc.property(pages, fc.string({ unit: 'grapheme' }), fc.base64String({ minLength: 1 }), (page, url, token) => {
      const link = fillJoinPage(page, { url, token });
      expect(new URL(link?.url ?? '').host).toBe(new URL(page).host);
      const shape = page.split(/\{(?:url|token)\}/);
      const names = [...page.matchAll(/\{(url|token)\}/g)].map(([, name]) => name);
      let rest = link?.url ?? '';
      expect(rest.startsWith(shape[0] ?? '')).toBe(true);
      rest = rest.slice(shape[0]?.length);
      names.forEach((name, index) => {
        const filled = encodeURIComponent(name === 'url' ? url : token);
        const next = `${filled}${shape[index + 1]}`;
        expect(rest.startsWith(next)).toBe(true);
        expect(decodeURIComponent(filled)).toBe(name === 'url' ? url : token);
        rest = rest.slice(next.length);
      });
      expect(rest).toBe('');
    }),
  );
});

test('a server address that looks like the token’s place gets no token', () => {
  const link = fillJoinPage('https://join.example/?u={url}&t={token}', { url: 'wss://x/{token}', token: 'SECRET' });
  expect(link?.url).toBe('https://join.example/?u=wss%3A%2F%2Fx%2F%7Btoken%7D&t=SECRET');
});

test.each([
  ['https://{token}.example/'],
  ['https://join.{url}/?t={token}'],
  ['https://{token}@join.example/'],
  ['https://join.example:{token}/'],
  ['https:{token}//join.example'],
  ['https://join.example\\@{token}'],
  ['javascript:alert("{token}")'],
  ['ftp://join.example/{token}'],
  ['https://join.example/'],
  ['not a page {token}'],
])('%s is no join page, or the token stays behind its host', (page) => {
  const link = fillJoinPage(page, { url: 'wss://x', token: 'secret-token' });
  if (link) expect(new URL(link.url).host).toBe('join.example');
  expect(link === null).toBe(!joinPage.safeParse(page).success);
});

describe('says', () => {
  const codes = (page: string, url: string) => joinPageLints(page, { ...values, url }).map(({ code }) => code);
  test.each([
    ['an https page and a ws server elsewhere', meetJoinPage, 'ws://10.0.0.5:7880', true],
    ['an https page and a ws server on this machine', meetJoinPage, 'ws://127.0.0.1:7880', false],
    ['an https page and a wss server', meetJoinPage, 'wss://rtc.example', false],
    ['an http page and a ws server', 'http://join.example/?{token}', 'ws://10.0.0.5:7880', false],
  ])('of %s whether the browser will connect', (_, page, url, insecure) => {
    expect(codes(page, url).includes('join-page-insecure')).toBe(insecure);
  });

  test.each([
    ['ws://localhost:7880', true],
    ['ws://127.0.0.1:7880', true],
    ['ws://127.evil.example:7880', false],
  ])('whether the link to %s works on this computer only', (url, isLocal) => {
    expect(codes(meetJoinPage, url).includes('join-page-local')).toBe(isLocal);
  });

  test('which host gets to see the token', () => {
    const lint = joinPageLints('https://join.example:8443/#{token}', values).find(({ code }) => code === 'join-page-token-host');
    expect(lint?.values).toEqual({ host: 'join.example:8443' });
  });

  test('that Meet’s page goes live at once, also on a host of one’s own', () => {
    expect(codes('https://meet.harbor.example/custom?liveKitUrl={url}&token={token}', values.url)).toContain('join-page-live');
    expect(codes('https://join.example/?u={url}&t={token}', values.url)).not.toContain('join-page-live');
  });
});
