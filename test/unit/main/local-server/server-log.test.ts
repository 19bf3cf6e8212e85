import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localServerLine } from '../../../../main/contract/local-server';
import { createServerLog, ownLine, readLogLine } from '../../../../main/local-server/server-log';

test('a line of the server keeps its time, its level and its words', () => {
  const line = '{"level":"warn","ts":1795539401.5,"logger":"livekit","caller":"a.go:1","msg":"high track loss","loss":"6.2%"}';
  const text = 'high track loss { "loss": "6.2%" }';
  expect(readLogLine(line)).toEqual({ at: '2026-11-24T16:56:41.500Z', level: 'warn', text, own: false });
});

test('what is not JSON, such as a panic, is an error', () => {
  expect(readLogLine('panic: runtime error')).toMatchObject({ level: 'error', text: 'panic: runtime error' });
});

test.each(['{"level":[{"toString":""}],"msg":1}', '{"level":"toString","msg":{"toString":""}}', '{"ts":8640000000000,"msg":""}'])(
  'an odd line is a line: %s',
  (line) => {
    expect(localServerLine.parse(readLogLine(line)).level).toBe('info');
  },
);

test('a token that the server repeats is not shown', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJBUEkifQ.c2lnbmF0dXJl';
  const line = JSON.stringify({ level: 'error', ts: 1, msg: 'error handling request', error: `invalid token: ${jwt}, error: expired` });
  expect(readLogLine(line).text).not.toContain(jwt);
});

test('any line at all becomes a line of the contract, of bounded length', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ level: fc.anything(), ts: fc.oneof(fc.double(), fc.anything()), msg: fc.anything() })
      .map((line) => JSON.stringify(line) ?? ''),
    fc.string({ minLength: 5_000, maxLength: 9_000 }),
  );
  fc.assert(
    fc.property(hostile, (line) => {
      const read = localServerLine.parse(readLogLine(line));
      expect(read.text.length).toBeLessThanOrEqual(4_000);
    }),
  );
});

test('the log keeps the last thousand lines and tells each one', () => {
  const told: string[] = [];
  const log = createServerLog(({ text }) => told.push(text));
  for (let index = 0; index < 1_200; index += 1) log.add(ownLine(`line ${index}`));
  expect(told).toHaveLength(1_200);
  expect(log.lines()).toHaveLength(1_000);
  expect(log.lines()[0]?.text).toBe('line 200');
});

test('what was called an error before a run explains nothing of it, however long the log', () => {
  const log = createServerLog(() => {});
  log.add(readLogLine('panic: of the first run'));
  const begun = log.count();
  expect(log.lastError(begun)).toBeUndefined();
  for (let index = 0; index < 1_100; index += 1) log.add(readLogLine(index === 500 ? 'panic: of this run' : '{"level":"info","msg":"x"}'));
  expect(log.lastError(begun)).toBe('panic: of this run');
  expect(log.lastError(log.count())).toBeUndefined();
});
