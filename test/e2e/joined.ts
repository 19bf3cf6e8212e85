import { expect, type Page } from '@playwright/test';
import type { NewProfile } from '../../main/contract/profiles';
import { openPlace, saveServer } from './console-page';

/** Fills in the room alone and joins it, with a test card and a tone: there is no device. */
export async function joinRoom(page: Page, room: string, server: Partial<NewProfile> = {}): Promise<void> {
  await saveServer(page, server);
  await openPlace(page, 'join');
  await page.getByLabel('Room', { exact: true }).fill(room);
  await page.getByRole('button', { name: /^Join room/ }).click();
  await expect(page.getByRole('region', { name: 'Stage' })).toBeVisible({ timeout: 60_000 });
}
