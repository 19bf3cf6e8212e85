import { readFileSync } from 'node:fs';
import keytar from 'keytar';
import { expect, test } from 'vitest';
import { calls } from '../../../../main/contract';
import { createProfiles } from '../../../../main/profiles/profiles';
import { newSettings } from '../../../setup/console-settings';

const credentials = { storage_kind: 's3', 'storage.s3.bucket': 'archive', 'storage.s3.secret': 'storage-secret', room_name: 'ward-7' };

/** A server whose secret is kept for the session alone, so that the keychain has nothing but storages. */
async function withServer() {
  const { settings, emit } = newSettings();
  const { handlers, storages } = createProfiles(settings, emit);
  const given = {
    serverUrl: 'wss://rtc.harbor.example',
    apiKey: 'APIharbor',
    apiSecret: 'first-secret-first-secret-first-1',
    keep: 'session',
  };
  const { id: profileId } = await handlers['profiles.create'](calls['profiles.create'].input.parse(given));
  const keep = (name: string, values = credentials) => handlers['storages.keep']({ profileId, name, values });
  const entry = (id: string) => keytar.getPassword('Roomkeeper', `${profileId}/storage/${id}`);
  return { settings, handlers, storages, profileId, keep, entry };
}

test('a storage is in the keychain with what was typed of it, and in the settings by its name', async () => {
  const { settings, handlers, storages, profileId, keep, entry } = await withServer();
  const kept = await keep('Archive');
  expect(JSON.parse((await entry(kept.id)) ?? '')).toEqual({
    storage_kind: 's3',
    'storage.s3.bucket': 'archive',
    'storage.s3.secret': 'storage-secret',
  });
  expect(await storages.read(profileId, kept.id)).toMatchObject({ 'storage.s3.secret': 'storage-secret' });
  expect(readFileSync(settings.path, 'utf8')).not.toMatch(/storage-secret|ward-7/);
  await handlers['storages.remove']({ profileId, id: kept.id });
  expect(await entry(kept.id)).toBeNull();
  await expect(storages.read(profileId, kept.id)).rejects.toMatchObject({ code: 'not-found' });
});

test('a server that is deleted takes the credentials of its storages along', async () => {
  const { handlers, settings, profileId, keep, entry } = await withServer();
  const [one, other] = [await keep('Archive'), await keep('Mirror')];
  await handlers['profiles.delete']({ id: profileId, leaveSecret: false });
  expect([await entry(one.id), await entry(other.id), settings.get('storages')]).toEqual([null, null, []]);
});

test('a storage that lacks what its kind needs is kept nowhere', async () => {
  const { settings, keep } = await withServer();
  await expect(keep('Archive', { ...credentials, 'storage.s3.bucket': '' })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { issues: [{ path: 'storage.s3.bucket', code: 'required' }] },
  });
  expect(settings.get('storages')).toEqual([]);
});
