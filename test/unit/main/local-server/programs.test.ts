import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findPrograms } from '../../../../main/local-server/programs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'roomkeeper-programs-'));
  vi.stubEnv('ROOMKEEPER_LIVEKIT_SERVER', '');
  vi.stubEnv('PATH', path.join(root, 'path'));
  vi.stubEnv('GOBIN', path.join(root, 'go'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** A program that prints `words`, in a folder of this test. */
function program(file: string, words: string): string {
  const whole = path.join(root, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, `#!/bin/sh\necho '${words}'\n`);
  chmodSync(whole, 0o755);
  return whole;
}

test('the server on PATH is found, with its version', async () => {
  const file = program('path/livekit-server', 'livekit-server version 1.13.5');
  expect((await findPrograms()).found).toEqual({ path: file, version: '1.13.5' });
});

test('the server in the folder of Go is found', async () => {
  const file = program('go/livekit-server', 'livekit-server version 1.12.0');
  expect((await findPrograms()).found).toEqual({ path: file, version: '1.12.0' });
});

test('the folder that Go itself names is looked in, and an empty GOPATH is none', async () => {
  vi.stubEnv('GOBIN', '');
  vi.stubEnv('GOPATH', '');
  const file = program('own/bin/livekit-server', 'livekit-server version 1.12.0');
  const go = program('path/go', '');
  writeFileSync(go, `#!/bin/sh\ncase "$1" in version) echo go version go1.26.8 linux/amd64;; env) printf '\\n${root}/own\\n';; esac\n`);
  expect((await findPrograms()).found).toEqual({ path: file, version: '1.12.0' });
  rmSync(go);
  vi.stubEnv('HOME', root);
  const atHome = program('go/bin/livekit-server', 'livekit-server version 1.11.0');
  expect((await findPrograms()).found).toEqual({ path: atHome, version: '1.11.0' });
});

test('the one that is named comes before every other', async () => {
  program('path/livekit-server', 'livekit-server version 1.13.5');
  const named = program('elsewhere/lk', 'livekit-server version 1.11.0');
  vi.stubEnv('ROOMKEEPER_LIVEKIT_SERVER', named);
  expect((await findPrograms()).found?.path).toBe(named);
});

test('a stranger called server in the folder of Go is not run', async () => {
  program('path/go', 'go version go1.26.8 linux/amd64');
  program('go/server', 'livekit-server version 1.13.5');
  expect((await findPrograms()).found).toBeNull();
});

test('a program that only has the name is not the server', async () => {
  program('path/livekit-server', 'something else 1.2.3');
  expect((await findPrograms()).found).toBeNull();
});

test.each([
  ['go1.25.7', false],
  ['go1.26', true],
  ['go1.27rc1', true],
])('%s can build the server: %s', async (version, recent) => {
  program('path/go', `go version ${version} linux/amd64`);
  expect((await findPrograms()).go).toMatchObject({ version: version.slice(2), recent });
});
