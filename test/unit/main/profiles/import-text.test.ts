import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectsOfLines, projectsOfText, projectsOfYaml } from '../../../../main/profiles/import-text';

const project = { name: '', url: 'wss://rtc.harbor.example', apiKey: 'APIharbor', apiSecret: 'a-secret' };

test.each([
  ['a .env file', 'LIVEKIT_URL=wss://rtc.harbor.example\nLIVEKIT_API_KEY=APIharbor\nLIVEKIT_API_SECRET=a-secret\nOTHER=1'],
  [
    'quotes and comments',
    '# prod\nLIVEKIT_URL="wss://rtc.harbor.example" # here\nLIVEKIT_API_KEY=\'APIharbor\'\nLIVEKIT_API_SECRET="a-secret"',
  ],
  ['export lines', 'export LIVEKIT_API_KEY=APIharbor\nexport LIVEKIT_API_SECRET=a-secret\nexport LIVEKIT_URL=wss://rtc.harbor.example'],
  ['PowerShell', '$env:LIVEKIT_URL="wss://rtc.harbor.example"\n$env:LIVEKIT_API_KEY="APIharbor"\n$env:LIVEKIT_API_SECRET="a-secret"'],
  ['a compose file', '  LIVEKIT_URL: wss://rtc.harbor.example\n  LIVEKIT_API_KEY: APIharbor\n  LIVEKIT_API_SECRET: a-secret'],
  ['a prefixed name', 'NEXT_PUBLIC_LIVEKIT_URL=wss://rtc.harbor.example\nLIVEKIT_API_KEY=APIharbor\nLIVEKIT_API_SECRET=a-secret'],
])('%s is read', (_, text) => {
  expect(projectsOfText(text)).toEqual([project]);
});

test('a second address begins another server', () => {
  const two = projectsOfLines(
    'LIVEKIT_URL=ws://a\nLIVEKIT_API_KEY=k1\nLIVEKIT_API_SECRET=s1\nLIVEKIT_URL=ws://b\nLIVEKIT_API_KEY=k2\nLIVEKIT_API_SECRET=s2',
  );
  expect(two.map(({ url, apiKey, apiSecret }) => [url, apiKey, apiSecret])).toEqual([
    ['ws://a', 'k1', 's1'],
    ['ws://b', 'k2', 's2'],
  ]);
});

test('the projects of lk’s config are read', () => {
  const text =
    'default_project: harbor\nprojects:\n  - name: harbor\n    url: wss://rtc.harbor.example\n    api_key: APIharbor\n    api_secret: a-secret\n  - name: half\n    url: wss://half.example\n';
  expect(projectsOfYaml(text)).toEqual([
    { ...project, name: 'harbor' },
    { name: 'half', url: 'wss://half.example', apiKey: '', apiSecret: '' },
  ]);
});

test('keys of a livekit-server config belong to a server on this machine', () => {
  expect(projectsOfYaml('port: 7990\nkeys:\n  APIone: secret-one\n')).toEqual([
    { name: '', url: 'ws://127.0.0.1:7990', apiKey: 'APIone', apiSecret: 'secret-one' },
  ]);
});

test('nothing that is pasted throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant('a: &a [*a, *a]\nprojects: *a')), (text) => {
      expect(Array.isArray(projectsOfText(text))).toBe(true);
    }),
  );
});

test('what a .env file says is what is found', () => {
  const word = fc.stringMatching(/^[\w-]{1,40}$/);
  fc.assert(
    fc.property(word, word, word, (host, apiKey, apiSecret) => {
      const text = `LIVEKIT_URL=wss://${host}\nLIVEKIT_API_KEY=${apiKey}\nLIVEKIT_API_SECRET=${apiSecret}\n`;
      expect(projectsOfText(text)).toEqual([{ name: '', url: `wss://${host}`, apiKey, apiSecret }]);
    }),
  );
});
