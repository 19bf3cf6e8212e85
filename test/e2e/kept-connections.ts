import type { Page } from '@playwright/test';

/** From the next load on the page keeps the connections it makes in `window.made`: for their statistics, and for what is left of them. */
export async function keepConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: RTCPeerConnection[] = [];
    Object.assign(window, { made });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...given);
        made.push(this);
      }
    };
  });
}
