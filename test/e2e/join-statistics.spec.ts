import { readFileSync } from 'node:fs';
import { AccessToken } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { expect, test } from './fixture';
import { saveServerAndJoin } from './join-room';

const server = testServer();
const tokenFor = (identity: string, room: string) => {
  const token = new AccessToken(server.apiKey, server.apiSecret, { identity, ttl: 600 });
  token.addGrant({ roomJoin: true, room });
  return token.toJwt();
};

test('the numbers of a real person’s media move, and go into files', async ({ page, violations }) => {
  const room = `stats-${Date.now()}`;
  await saveServerAndJoin(page, room);
  const person = await join(server.url, await tokenFor('=ann', room));
  try {
    await person.publishCamera();
    await person.publishMicrophone({ loud: true, constant: true });
    const statistics = page.getByRole('region', { name: 'Statistics', exact: true });
    const tracks = statistics.getByRole('table', { name: 'Tracks' });
    const picture = tracks.getByRole('row', { name: /^=ann.*frames.*96p/ });
    await expect(picture).toContainText('VP8');
    const framesNow = async () => Number(/([\d,]+) frames/.exec((await picture.textContent()) ?? '')?.[1]?.replaceAll(',', '') ?? 0);
    await expect.poll(framesNow).toBeGreaterThan(0);
    const frames = await framesNow();
    await expect.poll(framesNow).toBeGreaterThan(frames);
    await expect(tracks.getByRole('row', { name: /^=ann.*microphone.*opus/ })).toContainText(/0\.(0[1-9]|[1-9])/);
    await expect(tracks.getByRole('row', { name: /^You: camera/ })).toContainText(/layer/);
    await expect(statistics.getByRole('img', { name: /^Receiving .* now 0\.[1-9]|^Receiving .* now 0\.0[1-9]/ })).toBeVisible();
    await expect(statistics.getByText(/^udp → 127\.0\.0\.1:\d+$/)).toBeVisible();
    await expect(statistics.getByText('· server 1.13.5')).toBeVisible();
    await expect(statistics.getByText('First frame')).toBeVisible();

    const [csv] = await Promise.all([page.waitForEvent('download'), statistics.getByRole('button', { name: 'Save as CSV' }).click()]);
    expect(csv.suggestedFilename()).toMatch(/^statistics-.*\.csv$/);
    expect(readFileSync(await csv.path(), 'utf8')).toMatch(/\r\n[^,]+,'=ann,camera,TR_/);
    const [json] = await Promise.all([page.waitForEvent('download'), statistics.getByRole('button', { name: 'Save as JSON' }).click()]);
    const told = readFileSync(await json.path(), 'utf8');
    expect(JSON.parse(told)).toMatchObject({ room, server: { version: '1.13.5' }, scenarios: [] });
    expect(JSON.parse(told).timeline).toContainEqual({ step: 'firstFrame', afterMs: expect.any(Number) });
    expect(told).not.toContain('eyJ');
    expect(violations).toEqual([]);
  } finally {
    await person.leave();
  }
});
