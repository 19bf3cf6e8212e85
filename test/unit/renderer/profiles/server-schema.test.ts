import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileChange } from '../../../../main/contract/profiles';
import { changeOf, serverSchema, valuesOf } from '../../../../renderer/profiles/server-schema';

const profile = {
  id: '3f0c2a52-6f0e-4a3e-9d0b-0d3c3f0c2a52',
  name: 'First',
  serverUrl: 'wss://rtc.example.com/livekit',
  apiKey: 'APIkey',
  environment: 'production' as const,
  safety: 'confirm' as const,
  joinPage: 'https://meet.example.com/?url={url}&token={token}',
  policy: {
    longestLifetimeSeconds: 3_600,
    serverWideGrants: ['roomList' as const],
    reasonRequired: true,
    watching: { observe: true, levels: false, peek: true },
  },
  secretStoredAt: null,
  secret: 'missing' as const,
  insecure: false,
  seenVersion: null,
  formerSecretLeft: false,
};
const problemOf = (longest: string) => serverSchema.safeParse({ ...valuesOf(profile), longest }).error?.issues[0]?.message;

test('saving a form in which nothing was touched changes nothing, for every lifetime a policy can have', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 366 * 24 * 60 * 60 }), (longestLifetimeSeconds) => {
      const shown = { ...profile, policy: { ...profile.policy, longestLifetimeSeconds } };
      const { id, name, serverUrl, environment, safety, joinPage, policy } = shown;
      const change = changeOf(id, serverSchema.parse(valuesOf(shown)));
      expect(profileChange.parse(change)).toEqual({ id, name, serverUrl, environment, safety, joinPage, policy });
    }),
  );
});

test.each([
  ['', 'required'],
  ['soon', 'not-a-lifetime'],
  ['90', 'not-a-lifetime'],
  ['30 s', 'lifetime-too-short'],
  ['2 years', 'out-of-range'],
])('a longest lifetime of "%s" is refused at its field as %s', (longest, problem) => {
  expect(problemOf(longest)).toBe(problem);
});
