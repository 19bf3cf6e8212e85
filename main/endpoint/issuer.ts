import type { Audit } from '../audit/audit';
import type { StoredClient } from '../contract/endpoint';
import { Refusal } from '../contract/result';
import type { Preset, TokenRequestOutput } from '../contract/tokens';
import type { Credentials } from '../livekit/clients';
import { log } from '../log';
import type { Profiles } from '../profiles/profiles';
import type { Rules } from '../tokens/ceiling';
import { type AllowedToken, signAllowed } from '../tokens/issue';
import type { Presets } from '../tokens/presets';
import { EndpointRefusal } from './refusals';
import { tokenRequestOf } from './rules';
import type { Asked } from './wire';

type Job = {
  client: StoredClient;
  request: TokenRequestOutput;
  rules: Rules;
  started: number;
  settle: (outcome: AllowedToken | Error) => void;
};
export type Issued = { issued: AllowedToken; request: TokenRequestOutput; serverUrl: string };

const mostAtOnce = 128;
/** After so many at once more will follow: the keychain is asked for them while these are signed. */
const busy = 8;
/** A keychain that asks a person would keep every program waiting for that person. */
const patienceMs = 8_000;

/** The field that a red lint is about; of a token that is too big its largest part, as it was asked for. */
function fieldAtFault(path: string | undefined, { fields, name, metadata, attributes, roomConfig }: Asked): string {
  if (path === 'identity' || path === 'room') return fields[path];
  if (path === 'metadata' || path === 'attributes') return `participant_${path}`;
  const parts: [field: string, part: unknown][] = [
    ['participant_metadata', metadata],
    ['participant_attributes', attributes],
    ['room_config', roomConfig],
    ['participant_name', name],
  ];
  const sized = parts.map(([field, part]) => ({ field, size: JSON.stringify(part).length }));
  return sized.reduce((largest, part) => (part.size > largest.size ? part : largest)).field;
}

/** What the token desk's words mean to a program that asks. */
function refusalOf(error: unknown, asked: Asked): EndpointRefusal {
  if (error instanceof EndpointRefusal) return error;
  if (!(error instanceof Refusal)) {
    log.error('endpoint', error);
    return new EndpointRefusal('unavailable', { detail: 'internal' });
  }
  const { code, details } = error;
  if (code === 'lint-red') {
    const [issue] = details.issues ?? [];
    const field = fieldAtFault(issue?.path, asked);
    return new EndpointRefusal('bad-field', { field, detail: `${field}: ${details.values?.lint ?? code}` });
  }
  if (/^(keychain-|secret-missing|audit-unwritable|not-found)/.test(code)) {
    return new EndpointRefusal('unavailable', { detail: code, retryAfter: 10 });
  }
  return new EndpointRefusal('preset-not-allowed', { detail: code });
}

/**
 * Issues by the rules of the token desk. Requests that wait when the keychain answers are one operation: one look into the keychain, one
 * write into the audit log, and then all of them have their answers. So nothing is kept of the secret between two operations, and neither
 * the keychain (1 to 3 ms for each look, one at a time) nor the disk holds many requests up.
 */
export function createIssuer(profileId: string, { profiles, presets, audit }: { profiles: Profiles; presets: Presets; audit: Audit }) {
  const waiting: Job[] = [];
  let isLooking = false;

  /** One that was deleted does not come back by waiting. */
  function presetOf({ presetId }: StoredClient): Preset {
    try {
      return presets.get(presetId);
    } catch {
      throw new EndpointRefusal('preset-not-allowed', { detail: 'not-found' });
    }
  }
  function fail(jobs: Job[], error: unknown) {
    for (const { settle } of jobs) settle(error instanceof Error ? error : new Error(String(error)));
  }
  /** Looks into the keychain for those who wait, and for those who come while it looks. One look at a time. */
  function look() {
    if (isLooking) return;
    isLooking = true;
    let isLate = false;
    const done = () => {
      clearTimeout(timer);
      isLooking = false;
    };
    const giveUp = (error: unknown) => {
      done();
      fail(waiting.splice(0), error);
    };
    const timer = setTimeout(() => {
      isLate = true;
      giveUp(new Refusal('keychain-locked', 'The keychain did not answer in time'));
    }, patienceMs);
    profiles
      .withCredentials(profileId, async (credentials) => {
        // Those whose requests lie there already come along.
        await new Promise(setImmediate);
        if (isLate) return;
        done();
        const batch = waiting.splice(0, mostAtOnce);
        if (waiting.length > 0 || batch.length >= busy) look();
        await signAll(batch, credentials).catch((error: unknown) => fail(batch, error));
      })
      .catch((error: unknown) => isLate || giveUp(error));
  }

  async function signAll(batch: Job[], credentials: Credentials) {
    const signed: { job: Job; issued: AllowedToken }[] = [];
    // One after the other: to sign is work for this thread alone.
    for (const job of batch) {
      try {
        signed.push({ job, issued: await signAllowed(job.request, credentials, job.rules) });
      } catch (error) {
        fail([job], error);
      }
    }
    if (signed.length === 0) return;
    audit.record(
      signed.map(({ job: { client, request, rules, started }, issued: { claims, fingerprint, expiresAt } }) => ({
        action: 'tokens.issue',
        actor: 'endpoint',
        operator: client.name,
        profile: { id: rules.profile.id, name: rules.profile.name },
        room: request.room,
        targets: [request.identity],
        reason: '',
        details: { claims, fingerprint, expiresAt, client: client.id },
        outcome: 'done',
        code: '',
        results: [],
        ms: Math.round(performance.now() - started),
      })),
    );
    for (const { job, issued } of signed) job.settle(issued);
  }

  return {
    /** Throws an `EndpointRefusal` where the client, its preset or the server's policy does not allow it, or it cannot be done now. */
    async issue(client: StoredClient, asked: Asked): Promise<Issued> {
      try {
        const profile = profiles.get(profileId);
        const preset = presetOf(client);
        const request = tokenRequestOf(asked, client, preset, profile);
        const issued = await new Promise<AllowedToken>((resolve, reject) => {
          const settle = (outcome: AllowedToken | Error) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
          waiting.push({ client, request, rules: { profile, preset }, started: performance.now(), settle });
          look();
        });
        return { issued, request, serverUrl: profile.serverUrl };
      } catch (error) {
        throw refusalOf(error, asked);
      }
    },
  };
}
export type Issuer = ReturnType<typeof createIssuer>;
