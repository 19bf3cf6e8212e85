import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
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

test.each(['0123456789', '1e5', '0x1F', '1_000', 'true', '.5', '12345678901234567890', '2026-12-01', '+1', '0o17'])(
  'a secret that looks like a number or a truth is read as it is written: %s',
  (secret) => {
    const lk = `projects:\n  - name: harbor\n    url: wss://rtc.harbor.example\n    api_key: ${secret}\n    api_secret: ${secret}\n`;
    expect(projectsOfYaml(lk)).toMatchObject([{ apiKey: secret, apiSecret: secret }]);
    expect(projectsOfYaml(`keys:\n  ${secret}: ${secret}\n`)).toMatchObject([{ apiKey: secret, apiSecret: secret }]);
  },
);

test('whatever a YAML file was written from is what is found', () => {
  const any = fc.string({ unit: 'binary' });
  const project = fc.record({ name: any, url: any, api_key: any, api_secret: any });
  fc.assert(
    fc.property(fc.array(project, { minLength: 1, maxLength: 3 }), (projects) => {
      const found = projects.map(({ name, url, api_key: apiKey, api_secret: apiSecret }) => ({ name, url, apiKey, apiSecret }));
      expect(projectsOfText(stringify({ projects }))).toEqual(found);
    }),
  );
});

test.each([
  ['in another spelling', 'NEXT_PUBLIC_LIVEKIT_URL=https://rtc.harbor.example/'],
  ['as the socket’s', 'LIVEKIT_WS_URL=wss://rtc.harbor.example'],
])('an address that is said again under another name is no second server: %s', (_, line) => {
  const lines = ['LIVEKIT_URL=wss://rtc.harbor.example', 'LIVEKIT_API_KEY=APIharbor', 'LIVEKIT_API_SECRET=a-secret'];
  expect(projectsOfLines([...lines, line].join('\n'))).toEqual([project]);
  expect(projectsOfLines([lines[0], line, ...lines.slice(1)].join('\n'))).toEqual([project]);
});

test('two keys of one address are two servers', () => {
  const of = (key: string) => `LIVEKIT_URL=wss://rtc.harbor.example\nLIVEKIT_API_KEY=${key}\nLIVEKIT_API_SECRET=s-${key}\n`;
  expect(projectsOfLines(of('k1') + of('k2')).map(({ url, apiKey, apiSecret }) => [url, apiKey, apiSecret])).toEqual([
    ['wss://rtc.harbor.example', 'k1', 's-k1'],
    ['wss://rtc.harbor.example', 'k2', 's-k2'],
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
