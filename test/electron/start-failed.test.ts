import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { app, record } from './fake-electron';

const data = mkdtempSync(path.join(tmpdir(), 'roomkeeper-electron-'));
vi.stubEnv('ROOMKEEPER_DATA_DIR', data);
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('a start that fails for a reason of its own is shown and logged, and ends with 1', async () => {
  vi.spyOn(app, 'whenReady').mockRejectedValue(new Error('no compositor'));
  const { start } = await import(path.resolve('dist/main/electron.js'));
  expect(await start()).toBe(1);
  const log = path.join(data, 'Roomkeeper/logs/roomkeeper.log');
  expect(record.errors).toEqual([`Roomkeeper cannot start: Its log says why: ${log}`]);
  expect(readFileSync(log, 'utf8')).toContain('no compositor');
});
