import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectsOfCsv } from '../../../../main/profiles/import-csv';
import { projectsOfText } from '../../../../main/profiles/import-text';

const harbor = { name: 'Harbor', url: 'wss://rtc.harbor.example', apiKey: 'APIharbor', apiSecret: 'a-secret' };

test.each([
  ['a spreadsheet', 'name,url,api_key,api_secret\nHarbor,wss://rtc.harbor.example,APIharbor,a-secret\n'],
  [
    'one of a country with decimal commas',
    '\ufeffName;Server URL;API key;API secret\r\nHarbor;wss://rtc.harbor.example;APIharbor;a-secret\r\n',
  ],
  ['copied cells', 'LIVEKIT_API_SECRET\tLIVEKIT_API_KEY\tLIVEKIT_URL\ttitle\na-secret\tAPIharbor\twss://rtc.harbor.example\tHarbor'],
  [
    'a list with more columns',
    'id,name,owner,url,api_key,api_secret\n7,Harbor,"Ada, Ben",wss://rtc.harbor.example,APIharbor,a-secret,more\n\n',
  ],
])('%s is read', (_, text) => {
  expect(projectsOfText(text)).toEqual([harbor]);
});

test('a server without a secret is found, so that the preview can say what it lacks', () => {
  expect(projectsOfCsv('url,api_key,api_secret\nwss://a.example,k1,s1\nwss://b.example\n')).toEqual([
    { name: '', url: 'wss://a.example', apiKey: 'k1', apiSecret: 's1' },
    { name: '', url: 'wss://b.example', apiKey: '', apiSecret: '' },
  ]);
});

test.each([
  ['the passwords of a browser', 'name,url,username,password\nShop,https://shop.example,ada,hunter2\n'],
  ['a list without its heading', 'Harbor,wss://rtc.harbor.example,APIharbor,a-secret\n'],
  ['a quote that does not end', 'name,url,api_key,api_secret\n"Harbor,wss://x\n'],
])('%s is no list of servers', (_, text) => {
  expect(projectsOfCsv(text)).toEqual([]);
});

test('what is written with quotes is what is found, whatever it is', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', '=', 'x') }),
  );
  const server = fc.record({ name: cell, url: cell, apiKey: cell, apiSecret: cell }).filter((one) => Object.values(one).join('') !== '');
  const order = fc.shuffledSubarray(['name', 'url', 'apiKey', 'apiSecret'] as const, { minLength: 4 });
  const heading = { name: 'Name', url: 'url', apiKey: 'api_key', apiSecret: 'API secret' };
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(server, { maxLength: 4 }),
      order,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      (all, columns, delimiter, end) => {
        const rows = [columns.map((column) => heading[column]), ...all.map((one) => columns.map((column) => quoted(one[column])))];
        expect(projectsOfCsv(rows.map((row) => row.join(delimiter)).join(end) + end)).toEqual(all);
      },
    ),
  );
});
