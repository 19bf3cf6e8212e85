import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from './fixture';

const standIn =
  '#!/bin/sh\ncase "$1" in\nversion) echo "go version go1.26.8 linux/amd64" ;;\ninstall) . "$(dirname "$0")/install" ;;\nesac\n';

type Fixtures = {
  /** Go in name only: it tells its version, and its installation does what the file beside it says. Of one story: a worker tells several. */
  goFolder: string;
  installation: (script: string) => void;
};
const test = base.extend<Fixtures>({
  goFolder: async ({ runtime: _ }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'roomkeeper-go-'));
    writeFileSync(path.join(folder, 'go'), standIn, { mode: 0o755 });
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  installation: ({ goFolder }, use) => use((script) => writeFileSync(path.join(goFolder, 'install'), script)),
  consoleEnv: ({ goFolder }, use) =>
    use({ PATH: [goFolder, '/usr/bin', '/bin'].join(path.delimiter), GOBIN: goFolder, ROOMKEEPER_LIVEKIT_SERVER: '' }),
});
test.beforeEach(async ({ page }) => {
  const isHere = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'].some((bin) => existsSync(path.join(bin, 'livekit-server')));
  // biome-ignore lint/suspicious/noSkippedTests: there is nothing to install then
  test.skip(isHere || process.platform === 'win32', 'livekit-server is on this computer, or a script is no program');
  await page.getByRole('radio', { name: /Start a local server/ }).click();
  await expect(page.getByRole('heading', { name: 'livekit-server is not on this computer' })).toBeVisible();
});

test('an installation that fails says why, and can be tried again', async ({ page, installation }) => {
  installation('echo "dial tcp: lookup proxy.golang.org: no such host" >&2; exit 1');
  await page.getByRole('button', { name: 'Install with Go 1.26.8' }).click();
  await expect(page.getByRole('alert')).toContainText('livekit-server could not be installed');
  await expect(page.getByRole('alert')).toContainText('no such host');
  installation(`printf '#!/bin/sh\\necho livekit-server version 1.13.5\\n' > "$GOBIN/server"; chmod +x "$GOBIN/server"`);
  await page.getByRole('button', { name: 'Install with Go 1.26.8' }).click();
  await expect(page.getByRole('button', { name: 'Start local server and open' })).toBeVisible();
});

test('an installation that takes too long can be cancelled', async ({ page, installation }) => {
  installation('echo github.com/pion/webrtc; sleep 600');
  await page.getByRole('button', { name: 'Install with Go 1.26.8' }).click();
  await expect(page.getByText('github.com/pion/webrtc')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the installation' }).click();
  await expect(page.getByRole('button', { name: 'Install with Go 1.26.8' })).toBeEnabled();
});
