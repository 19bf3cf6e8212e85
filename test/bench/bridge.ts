import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { startConsole } from '../setup/console.ts';
import { startBare } from './bare.ts';
import { median, ratio } from './ratio.ts';

const [turns, callsPerTurn] = [9, 300];

/** One call after the other over the browser host's bridge (checked on the way in and out), against a WebSocket that only echoes. */
export async function callOverBareEcho(browser: Browser): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'roomkeeper-bench-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><link rel="icon" href="data:,"><h1>Echo</h1>');
  const [console, bare] = [await startConsole(), await startBare(folder)];
  const [ours, theirs] = [await browser.newPage(), await browser.newPage()];
  try {
    await ours.goto(console.launchUrl);
    await ours.getByRole('button', { name: /^Save/ }).waitFor();
    await theirs.goto(bare.url);
    const call = async () =>
      median(
        await ours.evaluate(async (calls) => {
          const times: number[] = [];
          for (let index = 0; index < calls; index += 1) {
            const begun = performance.now();
            await window.api['preferences.get']({});
            times.push(performance.now() - begun);
          }
          return times;
        }, callsPerTurn),
      );
    const echo = async () =>
      median(
        await theirs.evaluate(async (calls) => {
          const socket = new WebSocket(location.href.replace('http', 'ws'));
          await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
          const times: number[] = [];
          for (let index = 0; index < calls; index += 1) {
            const begun = performance.now();
            const answered = new Promise<MessageEvent<string>>((resolve) => socket.addEventListener('message', resolve, { once: true }));
            socket.send(JSON.stringify({ id: index, name: 'preferences.get', input: {} }));
            JSON.parse((await answered).data);
            times.push(performance.now() - begun);
          }
          socket.close();
          return times;
        }, callsPerTurn),
      );
    return await ratio('bridge.callOverBareEcho', turns, call, echo);
  } finally {
    await Promise.all([ours.close(), theirs.close(), bare.stop(), console.stop()]);
    rmSync(folder, { recursive: true });
  }
}
