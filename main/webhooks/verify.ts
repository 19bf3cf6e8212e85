import { TokenVerifier } from 'livekit-server-sdk';
import { z } from 'zod';
import { Refusal } from '../contract/result';
import type { DeliveryRecord } from '../contract/webhooks';
import { log } from '../log';
import { bodyHash, reencodedBy } from './reencoded';

/** A POST as it came. The body is as on the wire: the hash is over its bytes. */
export type Incoming = { from: string; headers: Headers; body: Buffer };
type Named = { id: string; name: string };
/** The profiles that have an API key, and the secret of one for one look. */
export type Keyring = {
  owners(apiKey: string): Named[];
  withSecret<T>(profileId: string, use: (secret: string) => Promise<T>): Promise<T>;
};
export type Verdict = Pick<DeliveryRecord, 'profile' | 'reason' | 'apiKey' | 'check' | 'values' | 'signedAt' | 'hash'>;

/** LiveKit's own servers allow this much between two clocks; the SDK's receiver only ten. */
const leewaySeconds = 60;
export const contentType = 'application/webhook+json';

/** A server waits for the answer with the next events of that room: sooner told to try again than kept waiting for a keychain. */
const patienceMs = 4_000;

/** Until the year 9999: a date beyond it cannot be written. */
const seconds = z.number().min(0).max(253_402_300_799).optional().catch(undefined);
const claimsShape = z.object({ iss: z.string(), iat: seconds, nbf: seconds, exp: seconds, sha256: z.string().optional().catch(undefined) });
type Claims = z.output<typeof claimsShape>;

/** Unverified: to find whose secret to verify it with. */
function claimsOf(token: string): Claims | undefined {
  try {
    const [, payload = ''] = token.split('.');
    return claimsShape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

const nobody: Verdict = { profile: null, reason: null, apiKey: '', check: '', values: {}, signedAt: null, hash: null };
const timeOf = (second: number | undefined) => (second === undefined ? null : new Date(second * 1000).toISOString());

/** What the headers alone say against a delivery. */
function headerFault({ headers }: Incoming): Partial<Verdict> | undefined {
  const type = headers.get('content-type') ?? '';
  const authorization = headers.get('authorization') ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== contentType)
    return { reason: 'wrong-type', check: `content-type is "${type.slice(0, 100)}"`, values: { type: type.slice(0, 100) || '–' } };
  if (authorization === '') {
    const reason = headers.has('x-livekit-signature') ? 'signature-header' : 'missing-header';
    return { reason, check: 'authorization header is empty' };
  }
  if (/^bearer\s/i.test(authorization)) return { reason: 'bearer-prefix', check: 'authorization begins with "Bearer "' };
  return undefined;
}

/** The SDK's verdict on signature and times, as one of our reasons. */
function reasonOf(error: unknown, now: number, { nbf = 0, exp = 0 }: Claims): Partial<Verdict> {
  const check = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return { reason: 'wrong-secret', check };
  if (code === 'ERR_JWT_EXPIRED') return { reason: 'expired', check, values: { seconds: Math.round(now - exp) } };
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' && check.includes('"nbf"'))
    return { reason: 'not-yet-valid', check, values: { seconds: Math.round(nbf - now) } };
  // Every error of its JOSE library says something of the token. Any other is ours, and the server had better try again.
  if (String(code).startsWith('ERR_J')) return { reason: 'not-a-token', check };
  log.error('webhooks: a delivery could not be verified', error);
  return { reason: 'failed', check: 'internal' };
}

function bodyFault(body: Buffer, sha256: string | undefined): Partial<Verdict> {
  if (sha256 === undefined) return { reason: 'no-hash', check: 'the token has no sha256 claim' };
  if (bodyHash(body) === sha256) return { hash: 'matches' };
  const how = reencodedBy(body, sha256);
  const check = 'sha256 checksum of body does not match';
  return { reason: how ? 're-encoded' : 'body-changed', check, values: how ? { how } : {}, hash: 'differs' };
}

/** One owner's verdict. Only a right signature comes as far as the times: then this is the profile that signed it. */
async function withOwner(owner: Named, token: string, claims: Claims, { withSecret }: Keyring): Promise<Partial<Verdict>> {
  try {
    await withSecret(owner.id, (secret) => new TokenVerifier(claims.iss, secret).verify(token, leewaySeconds));
    return { profile: owner };
  } catch (error) {
    if (!(error instanceof Refusal)) return reasonOf(error, Date.now() / 1000, claims);
    return { reason: error.code === 'secret-missing' ? 'no-secret' : 'keychain', check: error.code };
  }
}

/** Verifies with the secrets of every profile that has the key: two servers may share one, such as `devkey`. */
async function withOwners(token: string, claims: Claims, keyring: Keyring): Promise<Partial<Verdict>> {
  let verdict: Partial<Verdict> = { reason: 'unknown-key', check: 'unexpected "iss" claim value' };
  for (const { id, name } of keyring.owners(claims.iss)) {
    const found = await withOwner({ id, name }, token, claims, keyring);
    verdict = { profile: { id, name }, ...found };
    if (!found.reason || found.reason === 'expired' || found.reason === 'not-yet-valid') return verdict;
  }
  return verdict;
}

const late: Partial<Verdict> = { reason: 'keychain', check: 'keychain-locked' };
/** The verdict, or that the keychain did not answer in time. */
async function inTime(verdict: Promise<Partial<Verdict>>): Promise<Partial<Verdict>> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<Partial<Verdict>>((resolve) => {
    timer = setTimeout(() => resolve(late), patienceMs);
  });
  return Promise.race([verdict, overdue]).finally(() => clearTimeout(timer));
}

/** Whose delivery this is, or why it is refused. Reads a secret for this one look; throws nothing about what came. */
export async function verifyDelivery(incoming: Incoming, keyring: Keyring): Promise<Verdict> {
  const fault = headerFault(incoming);
  if (fault) return { ...nobody, ...fault };
  const token = incoming.headers.get('authorization') ?? '';
  const claims = claimsOf(token);
  if (!claims) return { ...nobody, reason: 'not-a-token', check: 'authorization holds no JWT' };
  const known = { ...nobody, apiKey: claims.iss.slice(0, 256), signedAt: timeOf(claims.iat ?? claims.nbf) };
  const verdict = { ...known, ...(await inTime(withOwners(token, claims, keyring))) };
  return verdict.reason ? verdict : { ...verdict, ...bodyFault(incoming.body, claims.sha256) };
}
