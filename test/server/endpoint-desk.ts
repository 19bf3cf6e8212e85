import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { z } from 'zod';
import type { Handlers } from '../../main/application';
import { type AuditCalls, createAudit } from '../../main/audit/audit';
import type { calls, Input } from '../../main/contract';
import type { StoredProfile } from '../../main/contract/profiles';
import { createEndpoint, type EndpointCalls } from '../../main/endpoint/endpoint';
import type { Profiles } from '../../main/profiles/profiles';
import { createPresets, type PresetCalls } from '../../main/tokens/presets';
import { newSettings } from '../setup/console-settings';
import type { TestServer } from '../setup/livekit-server';
import { testProfile } from '../setup/test-profile';
import { caller } from './caller';

type Call = EndpointCalls | PresetCalls | AuditCalls;
type Rules = Omit<z.input<(typeof calls)['endpoint.saveClient']['input']>, 'name'>;

/** A token endpoint of one real server, with the credentials at hand instead of in a keychain. */
export function openEndpoint({ url, apiKey, apiSecret }: TestServer, given: Partial<StoredProfile> = {}) {
  const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-endpoint-'));
  const profile = testProfile({ url, apiKey, apiSecret }, given);
  const { settings, emit, events } = newSettings();
  const { audit, handlers: auditHandlers } = createAudit(settings, emit, path.join(directory, 'audit.jsonl'));
  const { presets, handlers: presetHandlers } = createPresets(settings, emit);
  const keychain = { before: async () => {} };
  const profiles: Profiles = {
    get: () => profile,
    async withCredentials(_, use) {
      await keychain.before();
      return use({ serverUrl: url, apiKey, apiSecret });
    },
  };
  const endpoint = createEndpoint({ settings, profiles, presets, audit, emit });
  const handlers: Pick<Handlers, Call> = { ...auditHandlers, ...presetHandlers, ...endpoint.handlers };
  afterAll(async () => {
    await endpoint.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const call = caller(handlers, profile.id);
  let made = 0;
  return {
    profile,
    events,
    keychain,
    settings,
    close: endpoint.close,
    auditFile: path.join(directory, 'audit.jsonl'),
    call,
    async start(how: Partial<Input<'endpoint.start'>> = {}) {
      const { running } = await call('endpoint.start', { address: '127.0.0.1', port: null, ...how });
      if (!running) throw new Error('it does not run');
      return running;
    },
    /** A new client's key. */
    async newClient(rules: Rules = {}, name = `client-${++made}`) {
      const { client, key } = await call('endpoint.saveClient', { name, ...rules });
      return { ...client, key: key ?? '' };
    },
  };
}

const bytesOf = (body: unknown) =>
  body instanceof Uint8Array ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body);

/** Asks as a program does; `headers` win over the usual ones. */
export async function ask(url: string, key: string, body: unknown, { headers = {}, method = 'POST' } = {}) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    ...(method !== 'GET' && { body: bytesOf(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** With headers that fetch sets by itself. */
export const askRaw = (url: string, headers: Record<string, string>, method = 'POST') =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown> }>((resolve, reject) => {
    request(url, { method, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      answer.resume().once('end', () => resolve({ status: answer.statusCode, headers: answer.headers }));
    })
      .once('error', reject)
      .end(method === 'POST' ? JSON.stringify({ user_id: 'a', room: 'a' }) : undefined);
  });
