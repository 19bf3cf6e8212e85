import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const dataDir = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = [await import('node:fs'), await import('node:os')];
  process.env.ROOMKEEPER_DATA_DIR = mkdtempSync(`${tmpdir()}/roomkeeper-installation-`);
  return process.env.ROOMKEEPER_DATA_DIR;
});

import type { Emit } from '../../../../main/application';
import type { LocalServerStatus } from '../../../../main/contract/local-server';
import { createInstallation } from '../../../../main/local-server/installation';
import { ownBinDir } from '../../../../main/local-server/programs';
import { createServerLog } from '../../../../main/local-server/server-log';
import { createStatus } from '../../../../main/local-server/status';

let folder: string;
let told: LocalServerStatus[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'roomkeeper-go-'));
  told = [];
  vi.stubEnv('ROOMKEEPER_LIVEKIT_SERVER', '');
  vi.stubEnv('GOBIN', path.join(folder, 'go'));
  vi.stubEnv('PATH', `${folder}${path.delimiter}/usr/bin${path.delimiter}/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const gone of [folder, dataDir]) rmSync(gone, { recursive: true, force: true });
});

/** A program in the place of Go that does `script`; the real one is minutes at work. */
function standIn(script: string) {
  const file = path.join(folder, 'go');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const emit: Emit = (name, payload) => {
    if (name === 'localServer.changed') told.push(payload as LocalServerStatus);
  };
  const log = createServerLog(() => {});
  return {
    file,
    log,
    installation: createInstallation(
      createStatus(emit, () => ({ sendsWebhooks: false, port: 7880 })),
      log,
    ),
  };
}

test('what Go says is shown line by line, and what it has built is found', async () => {
  const server = `printf '#!/bin/sh\\necho livekit-server version 1.13.5\\n' > "$GOBIN/server"; chmod +x "$GOBIN/server"`;
  const { file, log, installation } = standIn(`echo "$@"; echo github.com/pion/webrtc >&2; ${server}`);
  installation.start(file);
  await expect.poll(() => told.at(-1)?.state).toBe('stopped');
  expect(told.map(({ note }) => note)).toContain('github.com/pion/webrtc');
  expect(log.lines().map(({ text }) => text)).toContain('install -v github.com/livekit/livekit-server/cmd/server@v1.13.5');
  expect(told.at(-1)?.found).toEqual({ path: path.join(ownBinDir, 'livekit-server'), version: '1.13.5' });
});

test('flags for the modules of whoever starts the console do not reach it', async () => {
  vi.stubEnv('GOFLAGS', '-mod=vendor');
  const { file, log, installation } = standIn('echo "flags: $GOFLAGS"; exit 1');
  installation.start(file);
  await expect.poll(() => told.at(-1)?.state).toBe('failed');
  expect(log.lines().map(({ text }) => text)).toContain('flags: -mod=mod');
});

test('a failure ends with the words of Go', async () => {
  const { file, installation } = standIn('echo "dial tcp: no such host" >&2; exit 1');
  installation.start(file);
  await expect.poll(() => told.at(-1)).toMatchObject({ state: 'failed', note: 'dial tcp: no such host' });
  expect(installation.isUnderWay()).toBe(false);
});

test('a cancelled one ends with all that it has started, and leaves nothing', async () => {
  const { file, installation } = standIn('sleep 600 & echo $!; wait');
  installation.start(file);
  await expect.poll(() => Number(told.at(-1)?.note)).toBeGreaterThan(0);
  const compiler = Number(told.at(-1)?.note);
  await installation.cancel();
  expect(told.at(-1)?.state).toBe('missing');
  await expect.poll(() => existsSync(`/proc/${compiler}/exe`)).toBe(false);
  expect(existsSync(path.join(ownBinDir, 'server'))).toBe(false);
});
