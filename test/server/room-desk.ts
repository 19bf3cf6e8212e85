import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dispose } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';
import { afterAll, vi } from 'vitest';
import { createAgents } from '../../main/agents/agents';
import type { Handlers } from '../../main/application';
import { createAudit } from '../../main/audit/audit';
import type { CallName } from '../../main/contract/names';
import type { StoredProfile } from '../../main/contract/profiles';
import { createRooms } from '../../main/rooms/rooms';
import { newSettings } from '../setup/console-settings';
import type { TestServer } from '../setup/livekit-server';
import { join, type Participant } from '../setup/participant';
import { testProfile } from '../setup/test-profile';
import { caller } from './caller';

type RoomCall = Extract<
  CallName,
  `rooms.${string}` | `agents.${string}` | `people.${string}` | `participants.${string}` | `watch.${string}` | `audit.${string}`
>;

/** The room desk of one real server, with an audit log of its own and the credentials at hand instead of in a keychain. */
export function openRoomDesk({ url, apiKey, apiSecret }: TestServer, given: Partial<StoredProfile> = {}) {
  const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-audit-'));
  const profile = testProfile({ url, apiKey, apiSecret }, given);
  const { settings, emit, events } = newSettings();
  const { audit, handlers: auditHandlers } = createAudit(settings, emit, path.join(directory, 'audit.jsonl'));
  const profiles = {
    get: () => profile,
    withCredentials: <T>(_: string, use: (credentials: { serverUrl: string; apiKey: string; apiSecret: string }) => Promise<T>) =>
      use({ serverUrl: url, apiKey, apiSecret }),
  };
  const rooms = createRooms(profiles, audit, emit);
  const handlers: Pick<Handlers, RoomCall> = { ...auditHandlers, ...rooms.handlers, ...createAgents(profiles, audit) };
  const admin = new RoomServiceClient(url.replace('ws', 'http'), apiKey, apiSecret);
  const people: Participant[] = [];
  const made = new Set<string>();

  afterAll(async () => {
    rooms.close();
    for (const person of people) await person.leave();
    for (const room of made) await admin.deleteRoom(room).catch(() => {});
    await dispose();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  const call = caller(handlers, profile.id);
  const tokenFor = (
    room: string,
    identity: string,
    grant: VideoGrant = {},
    given: { name?: string; attributes?: Record<string, string> } = {},
  ) => {
    const token = new AccessToken(apiKey, apiSecret, { identity, ttl: 600, ...given });
    token.addGrant({ roomJoin: true, room, ...grant });
    made.add(room);
    return token.toJwt();
  };
  const person = async (room: string, identity: string) =>
    (await call('participants.list', { room })).participants.find((one) => one.identity === identity);

  async function entersBy(token: string) {
    const one = await join(url, token);
    people.push(one);
    return one;
  }
  const enters = async (room: string, identity: string, grant: VideoGrant = {}, given = {}) =>
    entersBy(await tokenFor(room, identity, grant, given));

  return {
    profile,
    directory,
    events,
    admin,
    call,
    person,
    tokenFor,
    /** Joins, and may be gone again already. */
    enters,
    entersBy,
    /** Joins, publishes, and resolves when the server lists the person with all that. */
    async joins(room: string, identity: string, publishes: ('microphone' | 'camera')[] = [], grant: VideoGrant = {}, given = {}) {
      const one = await enters(room, identity, grant, given);
      if (publishes.includes('microphone')) await one.publishMicrophone();
      if (publishes.includes('camera')) await one.publishCamera();
      await vi.waitUntil(async () => (await person(room, identity))?.tracks.length === publishes.length, { timeout: 20_000 });
      return one;
    },
    trackOf: async (room: string, identity: string, source = 'microphone') => {
      const track = (await person(room, identity))?.tracks.find((one) => one.source === source);
      if (!track) throw new Error(`${identity} has no ${source}`);
      return track;
    },
    lastEntry: async () => {
      const [entry] = (await call('audit.list', { limit: 1 })).entries;
      if (!entry) throw new Error('nothing was written down');
      return entry;
    },
  };
}
