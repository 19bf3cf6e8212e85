import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { onPath } from './programs.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The one named by ROOMKEEPER_CHROMIUM, the system's, else the one that Playwright has downloaded; null: there is none. */
export function findChromium(): string | null {
  const named = process.env.ROOMKEEPER_CHROMIUM;
  if (named) return named;
  const own = chromium.executablePath();
  return names.map(onPath).find((file) => file !== null) ?? (existsSync(own) ? own : null);
}

/** How the tests launch it: no network chatter; as root there is no sandbox that it could run in. */
export function chromiumOptions(): { executablePath?: string; args: string[] } {
  const executablePath = findChromium();
  const args = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return executablePath ? { executablePath, args } : { args };
}
