import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { callNames, eventNames } from '../../main/contract/names';

type Listener = (event: unknown, ...args: unknown[]) => void;

/** Runs the built preload as Electron does: one script, whose `require` knows electron alone. */
function runPreload() {
  const exposed: Record<string, Record<string, unknown>> = {};
  const sent: unknown[][] = [];
  const listeners = new Map<string, Listener>();
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, unknown>) {
        exposed[name] = api;
      },
    },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => void sent.push(args),
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      removeListener: (name: string) => listeners.delete(name),
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`);
    return electron;
  };
  runInNewContext(readFileSync(path.resolve('dist/main/electron-preload.cjs'), 'utf8'), { require, exports: {}, module: { exports: {} } });
  const { api } = exposed;
  if (!api) throw new Error('nothing exposed');
  const invoke = (name: string, ...args: unknown[]) => Reflect.apply(Object(api[name]), undefined, args);
  return { exposed, api, invoke, sent, listeners };
}

test('the page gets the calls of the contract and its events, and no way to name a channel', () => {
  const { exposed, api } = runPreload();
  expect(Object.keys(exposed)).toEqual(['api']);
  expect(Object.keys(api).sort()).toEqual([...callNames, 'on'].sort());
  expect(Object.keys(Object(api.on)).sort()).toEqual([...eventNames].sort());
  expect([Object.isFrozen(api), Object.isFrozen(api.on)]).toEqual([true, true]);
});

test('a call carries one argument', async () => {
  const { invoke, sent } = runPreload();
  await invoke('profiles.list', { a: 1 }, 'more');
  expect(sent).toEqual([['profiles.list', { a: 1 }]]);
});

test("a listener gets the payload, never Electron's event, until it is taken off", () => {
  const { api, listeners } = runPreload();
  const got: unknown[][] = [];
  const subscribe = Object(Reflect.get(Object(api.on), 'profiles.changed'));
  const off = Object(Reflect.apply(subscribe, undefined, [(...args: unknown[]) => got.push(args)]));
  listeners.get('profiles.changed')?.({ sender: 'secret' }, ['payload']);
  expect(got).toEqual([[['payload']]]);
  off();
  expect(listeners.size).toBe(0);
});
