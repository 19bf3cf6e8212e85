import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Conf from 'conf';
import { createConsole } from '../console';
import { CannotStart, lockDataDir } from '../data-dir';
import { log, logFile } from '../log';
import { noticeLine } from '../settings/notices';
import { openSettings } from '../settings/open-settings';
import type { Settings } from '../settings/settings';
import { serve } from './browser-server';
import { createStay } from './browser-stay';
import { endWithNpm } from './npm-parent';
import { openInBrowser } from './open-in-browser';

/** A test need not wait for minutes. */
const seconds = (name: string, usual: number) => (Number(process.env[name]) || usual) * 1000;
const linkLapsesMs = seconds('ROOMKEEPER_LINK_SECONDS', 600);
const patienceMs = seconds('ROOMKEEPER_PATIENCE_SECONDS', 10);

/** Runs until the page has been left, nobody opened it, or a signal ends it. Answers the exit code. */
export async function start(args: string[]): Promise<number> {
  try {
    return await show(args);
  } catch (error) {
    if (!(error instanceof CannotStart)) log.error('The browser host failed', error);
    console.error(error instanceof CannotStart ? error.message : `Roomkeeper failed. Its log says why: ${logFile}`);
    return 1;
  }
}

async function show(args: string[]): Promise<number> {
  lockDataDir();
  const { settings, notices } = openSettings((options) => new Conf<Settings>(options));
  const application = createConsole(settings, { kind: 'browser', notices, clipboard: null });
  const stay = createStay(patienceMs, linkLapsesMs, () => {
    console.log(canAsk ? 'The link has lapsed unused. Press Enter for a new one.' : 'Nobody has opened the link: Roomkeeper ends.');
    return canAsk ? 'stay' : 'end';
  });
  const { door, close } = await serve(application, stay, linkLapsesMs);

  console.log(`Roomkeeper is open at ${door.createLink()}`);
  stay.linkGiven();
  const canAsk = onEnter(() => {
    door.voidLinks();
    console.log(`New link: ${door.createLink()}`);
    stay.linkGiven();
  });
  const opened = openInBrowser(args, door.createLink);
  console.log(
    `The link works once, within ${linkLapsesMs / 60_000} minutes, in Chromium, Chrome, Edge or Firefox.${canAsk ? ' Press Enter for a new one.' : ''}`,
  );
  for (const notice of notices) console.log(noticeLine(notice)); // the link comes first: it is what is waited for

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stay.end());
  const stopWatching = endWithNpm(stay.end);
  const failed = new Promise<unknown>((resolve) => process.once('uncaughtException', resolve).once('unhandledRejection', resolve));
  const failure = await Promise.race([stay.over, failed.then((error) => ({ error }))]);
  stopWatching();
  close();
  await Promise.all([application.close(), opened?.close()]);
  if (failure) throw failure.error;
  return 0;
}

/** Answers whether anybody can press Enter. */
function onEnter(then: () => void): boolean {
  if (process.stdin.isTTY && isInBackground()) return false;
  createInterface(process.stdin).on('line', then);
  return process.stdin.isTTY;
}

/** A process in the background of a terminal is stopped as soon as it reads from it. */
function isInBackground(): boolean {
  try {
    const [, , group, , , foreground] = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return group !== foreground;
  } catch {
    return false; // not Linux
  }
}
