import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { countDeliveries, exportDeliveries, findDeliveries } from '../../../../main/webhooks/list';
import { came } from './record';

const all = [
  { no: 1, ...came() },
  { no: 2, ...came({ event: 'participant_joined', about: 'Ada', room: 'ward' }) },
  { no: 3, ...came({ event: 'track_published', about: 'ada', room: '=HYPERLINK("x")' }) },
  { no: 4, ...came({ reason: 'unknown-key', profile: null, apiKey: 'APIforeign', body: 'not {json' }) },
];
const found = (text: string, view: 'all' | 'rooms' | 'people' | 'rejected' = 'all') =>
  findDeliveries(all, { text, view }).map(({ no }) => no);

test('a filter takes words that must all be there, the newest first; what was refused is of no room and no person', () => {
  expect(found('')).toEqual([4, 3, 2, 1]);
  expect(found('ADA')).toEqual([3, 2]);
  expect(found('ada ward')).toEqual([2]);
  expect(found('harbor clinic')).toEqual([1]);
  expect(found('APIforeign unknown')).toEqual([4]);
  expect([found('', 'rooms'), found('', 'people'), found('', 'rejected')]).toEqual([[1], [3, 2], [4]]);
  expect(countDeliveries(all)).toEqual({ all: 4, rooms: 1, people: 2, rejected: 1 });
});

test('an export holds what the filter shows; no cell of it is a formula, and bodies are JSON where they are', () => {
  const { text, filename } = exportDeliveries(all, { text: '', view: 'people', format: 'csv' });
  const [head, ...rows]: string[][] = parse(text);
  expect(filename).toMatch(/^roomkeeper-webhooks-\d{4}-\d\d-\d\d\.csv$/);
  expect(rows.map((row) => row[head?.indexOf('room') ?? 0])).toEqual([`'=HYPERLINK("x")`, 'ward']);
  const { deliveries } = JSON.parse(exportDeliveries(all, { text: '', view: 'all', format: 'json' }).text);
  expect(deliveries.map(({ body }: { body: unknown }) => body)).toEqual(['not {json', {}, {}, {}]);
});
