import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Act, allDone, createAudit } from '../../../../main/audit/audit';
import { calls } from '../../../../main/contract';
import { Refusal } from '../../../../main/contract/result';
import { newSettings } from '../../../setup/console-settings';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-audit-'));
  file = path.join(directory, 'audit.jsonl');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const { settings, emit, events } = newSettings();
const open = () => createAudit(settings, emit, file);
const act = (given: Partial<Act> = {}): Act => ({
  action: 'rooms.close',
  profile: null,
  room: 'clinic',
  targets: ['clinic'],
  reason: '',
  ...given,
});
const done = async () => ({ value: 'closed', outcome: allDone });
const list = (given = {}, from = open()) => from.handlers['audit.list'](calls['audit.list'].input.parse(given));
const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n');

test('that an action begins is on disk before it happens, and its outcome after', async () => {
  const seen: number[] = [];
  const { audit } = open();
  const run = async () => {
    seen.push(lines().length);
    return done();
  };
  expect(await audit.act(act(), run)).toEqual({ value: 'closed', auditNo: 1 });
  expect([...seen, lines().length]).toEqual([1, 2]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await list()).entries).toMatchObject([{ no: 1, outcome: 'done', operator: audit.operator() }]);
});

test('a failure is written down with its code, and comes through', async () => {
  const { audit } = open();
  const refused = audit.act(act(), async () => {
    throw new Refusal('dead-node', 'no', { answer: 'no response from servers eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.sig' });
  });
  await expect(refused).rejects.toMatchObject({ code: 'dead-node' });
  expect((await list()).entries).toMatchObject([{ outcome: 'failed', code: 'dead-node', answer: expect.stringContaining('no response') }]);
  expect(readFileSync(file, 'utf8')).not.toContain('eyJ');
});

test('an action that a crash cut short stays as one whose outcome is not known', async () => {
  const { audit } = open();
  void audit.act(act(), () => new Promise(() => {}));
  expect((await list()).entries).toMatchObject([{ no: 1, outcome: 'unknown' }]);
});

test('a torn last line is set aside and said; what was whole goes on', async () => {
  await open().audit.act(act(), done);
  const [, second = ''] = lines();
  truncateSync(file, statSync(file).size - Math.floor(second.length / 2));
  const again = open();
  const { chain, entries } = await list({}, again);
  expect(entries).toMatchObject([{ outcome: 'unknown' }]);
  expect(chain.tornFile).toMatch(/audit\.jsonl\.torn-/);
  expect(second).toContain(readFileSync(chain.tornFile ?? '', 'utf8'));
  await again.audit.act(act(), done);
  expect(lines().length).toBe(3);
});

test('a crash between the line and its end loses nothing', async () => {
  await open().audit.act(act(), done);
  truncateSync(file, statSync(file).size - 1);
  const { chain, entries } = await list();
  expect(entries).toMatchObject([{ outcome: 'done' }]);
  expect(chain).toMatchObject({ tornFile: null, breaks: [] });
  expect(readdirSync(directory).some((name) => name.includes('torn'))).toBe(false);
});

test('an edited line is shown by its number, at the start and on demand, and for good', async () => {
  const { audit } = open();
  for (let count = 0; count < 3; count += 1) await audit.act(act(), done);
  const changed = lines().map((line, at) => (at === 2 ? line.replace('"clinic"', '"other"') : line));
  writeFileSync(file, `${changed.join('\n')}\n`);
  const again = open();
  expect((await list({}, again)).chain.breaks).toMatchObject([{ no: 3, line: 3, why: 'changed' }]);
  await again.audit.act(act(), done);
  expect((await again.handlers['audit.verify']({})).breaks).toMatchObject([{ no: 3, why: 'changed' }]);
  expect(events.at(-1)).toMatchObject({ name: 'audit.chainChanged' });
});

test('entries cut off at the end are missed, and stay missed', async () => {
  const { audit } = open();
  for (let count = 0; count < 2; count += 1) await audit.act(act(), done);
  writeFileSync(file, `${lines().slice(0, 2).join('\n')}\n`);
  const again = open();
  expect((await list({}, again)).chain.breaks).toMatchObject([{ no: 3, why: 'missing' }]);
  await again.audit.act(act(), done);
  expect((await list()).chain.breaks).toMatchObject([{ why: 'missing' }]);
});

const whole = { ...act({ action: 'tokens.issue' }), ...allDone, ms: 1 };

test('many that are written at once are one chain with what comes before and after, and their end is known', async () => {
  const { audit } = open();
  await audit.act(act(), done);
  audit.record(Array.from({ length: 100 }, () => whole));
  await audit.act(act(), done);
  audit.record([whole]);
  expect((await list()).chain).toMatchObject({ lines: 105, breaks: [] });
  writeFileSync(file, `${lines().slice(0, -1).join('\n')}\n`);
  expect((await list()).chain.breaks).toMatchObject([{ no: 105, why: 'missing' }]);
});

test('a file that is put in the log’s place while many are written is noticed at once', async () => {
  const { audit } = open();
  audit.record([whole, whole]);
  const [first = ''] = lines();
  rmSync(file);
  writeFileSync(file, `${first}\n`);
  audit.record([whole]);
  expect(lines().length).toBe(2);
  expect((await list()).chain.breaks).toMatchObject([{ why: 'missing' }]);
});

test('what has a way of its own to be written as JSON is hashed as that', async () => {
  const { audit } = open();
  await audit.act(act({ details: { at: new Date(0), nothing: undefined } }), done);
  expect(JSON.parse(lines()[0] ?? '').details).toEqual({ at: '1970-01-01T00:00:00.000Z' });
  expect((await list()).chain.breaks).toEqual([]);
});

test('a line that someone else adds meanwhile is seen when it is verified, and does not stop the log', async () => {
  const { audit, handlers } = open();
  await audit.act(act(), done);
  appendFileSync(file, 'scribble\n');
  await audit.act(act(), done);
  expect((await handlers['audit.verify']({})).breaks).toMatchObject([{ line: 3, why: 'unreadable' }]);
  expect((await list()).entries.length).toBe(2);
});

test('a key that JavaScript has a meaning for is hashed like any other, and an edit of it is seen', async () => {
  const details = JSON.parse('{"__proto__":"was","constructor":"x"}');
  const { audit, handlers } = open();
  await audit.act(act({ details }), done);
  expect((await handlers['audit.verify']({})).breaks).toEqual([]);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"was"', '"is"'));
  expect((await handlers['audit.verify']({})).breaks).toMatchObject([{ no: 1, why: 'changed' }]);
});

test('is paged from the newest down, filtered and searched', async () => {
  const { audit } = open();
  for (const room of ['berlin', 'lisboa', 'berlin'])
    await audit.act(act({ room, action: room === 'berlin' ? 'participants.remove' : 'tokens.issue', reason: `Call ${room}` }), done);
  const first = await list({ limit: 2 });
  expect(first).toMatchObject({ total: 3, next: 3, counts: { today: 3, failed: 0, removals: 2, tokens: 1 } });
  expect(first.entries.map(({ no }) => no)).toEqual([5, 3]);
  expect((await list({ limit: 2, before: first.next })).entries.map(({ no }) => no)).toEqual([1]);
  expect((await list({ text: 'BERLIN call' })).total).toBe(2);
  expect((await list({ actions: ['tokens.issue'] })).total).toBe(1);
  expect((await list({ outcomes: ['failed'] })).total).toBe(0);
});

test('pages of any question go on where they were, as entries are added, end and are edited from outside', async () => {
  const { audit, handlers } = open();
  const { promise: isFinished, resolve: finish } = Promise.withResolvers<void>();
  const slow = audit.act(act({ room: 'slow' }), () => isFinished.then(done));
  for (let count = 0; count < 5; count += 1) await audit.act(act({ room: 'quick' }), done);
  const ask = (given = {}) => list(given, { audit, handlers });
  const [quick, all] = [{ text: 'quick', limit: 2 }, { limit: 2 }];
  expect(await ask(all)).toMatchObject({ total: 6, next: 8, entries: [{ no: 10 }, { no: 8 }] });
  expect(await ask(quick)).toMatchObject({ total: 5, next: 8 });
  expect(await ask({ ...all, before: 4 })).toMatchObject({ total: 6, next: null, entries: [{ no: 2 }, { no: 1, outcome: 'unknown' }] });
  finish();
  await slow;
  audit.record([{ ...whole, room: 'quick' }]);
  expect(await ask({ ...all, before: 4 })).toMatchObject({ total: 7, entries: [{ no: 2 }, { no: 1, outcome: 'done' }] });
  expect(await ask(quick)).toMatchObject({ total: 6, next: 10, entries: [{ no: 13 }, { no: 10 }], counts: { today: 7, tokens: 1 } });
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('quick', 'other'));
  await handlers['audit.verify']({});
  expect(await ask(quick)).toMatchObject({ total: 0, next: null });
  expect(await Promise.all([ask(all), ask(all), ask({ outcomes: ['unknown'] })])).toMatchObject([{ total: 7 }, { total: 7 }, { total: 0 }]);
});

test('a log that is larger than what is read at once is searched, verified and exported whole', async () => {
  const { audit, handlers } = open();
  const entry = { ...whole, reason: 'ü'.repeat(500), results: [] };
  for (let count = 0; count < 20; count += 1)
    audit.record(Array.from({ length: 50 }, (_, at) => ({ ...entry, room: `room-${count * 50 + at}` })));
  expect(statSync(file).size).toBeGreaterThan(1_000_000);
  expect(await list({ text: 'room-77', limit: 500 })).toMatchObject({ total: 11, chain: { lines: 1_000, breaks: [] } });
  const verifying = handlers['audit.verify']({});
  audit.record([{ ...entry, room: 'meanwhile' }]);
  expect(await verifying).toMatchObject({ lines: 1_001, breaks: [] });
  const csv = await handlers['audit.export'](calls['audit.export'].input.parse({ format: 'csv' }));
  expect(csv.text.split('\r\n').length).toBe(1_003);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"room-900"', '"room-901"'));
  expect((await handlers['audit.verify']({})).breaks).toMatchObject([{ no: 901, why: 'changed' }]);
});

test('the operator’s name is the one of Settings, else the operating system’s', async () => {
  const { audit } = open();
  expect(audit.operator()).not.toBe('');
  settings.set('preferences', { ...settings.get('preferences'), operator: 'Lena' });
  await audit.act(act(), done);
  expect((await list()).entries).toMatchObject([{ operator: 'Lena' }]);
});

test('an export holds what was found, and as JSON the lines to verify it by', async () => {
  const { audit, handlers } = open();
  await audit.act(act({ reason: '=1+1' }), done);
  const exported = (format: 'csv' | 'json') => handlers['audit.export'](calls['audit.export'].input.parse({ format }));
  const csv = await exported('csv');
  expect(csv.filename).toMatch(/^roomkeeper-audit-.*\.csv$/);
  expect(csv.text).toContain(`"'=1+1"`);
  const json = JSON.parse((await exported('json')).text);
  expect(json).toMatchObject({ entries: [{ reason: '=1+1' }], lines: lines(), chain: { breaks: [] } });
});
