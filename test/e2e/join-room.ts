import { AudioStream, RoomEvent, TrackKind, TrackSource, VideoStream } from '@livekit/rtc-node';
import { expect, type Page } from '@playwright/test';
import type { NewProfile } from '../../main/contract/profiles';
import type { Participant } from '../setup/participant';
import { openPlace, saveServer } from './console-page';

/**
 * Counts what really comes: pictures, their sizes (`200×200`), those of a shared screen, and the loudest sample of the sound, 0 to 32,767.
 * Begun before the others join.
 */
export function countMedia({ room }: Participant) {
  const counted = { frames: 0, sizes: new Set<string>(), ofScreen: 0, loudest: 0 };
  const readPictures = async (stream: VideoStream, isScreen: boolean) => {
    for await (const { frame } of stream) {
      counted.frames += 1;
      counted.sizes.add(`${frame.width}×${frame.height}`);
      if (isScreen) counted.ofScreen += 1;
    }
  };
  const readSound = async (stream: AudioStream) => {
    for await (const { data } of stream) for (const sample of data) counted.loudest = Math.max(counted.loudest, Math.abs(sample));
  };
  room.on(RoomEvent.TrackSubscribed, (track, { source }) => {
    void (track.kind === TrackKind.KIND_VIDEO
      ? readPictures(new VideoStream(track), source === TrackSource.SOURCE_SCREENSHARE)
      : readSound(new AudioStream(track)));
  });
  return counted;
}

/** In the lobby: joins this room and waits until one is in it. */
export async function joinRoom(page: Page, room: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Room' }).fill(room);
  await page.getByRole('button', { name: /^Join room/ }).click();
  await expect(page.getByRole('region', { name: 'Stage' })).toBeVisible({ timeout: 60_000 });
}

/** The same from the first screen on: with a test card and a tone, as there is no device. */
export async function saveServerAndJoin(page: Page, room: string, server: Partial<NewProfile> = {}): Promise<void> {
  await saveServer(page, server);
  await openPlace(page, 'join');
  await joinRoom(page, room);
}
