import { type FailureCode, failureCodes, Refusal } from '../contract/result';
import type { Lint, LintCode } from '../contract/token-lints';
import type { IssuedToken, TokenRequestOutput } from '../contract/tokens';
import { fingerprint } from '../fingerprint';
import type { Credentials } from '../livekit/clients';
import { type Rules, serverWideOn } from './ceiling';
import { signClaims } from './grants';
import { fillJoinPage } from './join-link';
import { contentLints, previewToken, sizeLints } from './preview';

/** The field to mark for a red lint that a field alone is to blame for. */
const faultyField: Partial<Record<LintCode, [path: string, code: 'required' | 'too-long']>> = {
  'no-identity': ['identity', 'required'],
  'identity-too-long': ['identity', 'too-long'],
  'no-room': ['room', 'required'],
  'admin-needs-room': ['room', 'required'],
  'room-too-long': ['room', 'too-long'],
  'metadata-too-big': ['metadata', 'too-long'],
  'attributes-too-big': ['attributes', 'too-long'],
};

const isFailureCode = (code: string): code is FailureCode => failureCodes.some((known) => known === code);

/** What a ceiling forbids has a sentence of its own; every other red lint answers `lint-red` and names itself. */
function refusal({ code, values, cure }: Lint): Refusal {
  if (isFailureCode(code)) {
    const issues = Object.keys(cure ?? {}).map((path) => ({ path, code: 'not-allowed' }));
    return new Refusal(code, `Not issued: ${code}`, { values, issues });
  }
  const [path, problem] = faultyField[code] ?? [];
  return new Refusal('lint-red', `Not issued: ${code}`, {
    values: { ...values, lint: code },
    ...(path && problem && { issues: [{ path, code: problem }] }),
  });
}

/** Throws what forbids this token: the first red lint, or a missing reason for one that reaches the whole server. */
export function checkIssue(request: TokenRequestOutput, rules: Rules): void {
  checkLints(request, previewToken(request, rules).lints);
}

function checkLints(request: TokenRequestOutput, lints: Lint[]): void {
  const stopping = lints.find(({ tone }) => tone === 'red');
  if (stopping) throw refusal(stopping);
  if (serverWideOn(request.grants).length > 0 && request.reason === '') {
    throw new Refusal('reason-required', 'Not issued: no reason given', { issues: [{ path: 'reason', code: 'required' }] });
  }
}

let lastTime = { seconds: Number.NaN, text: '' };
/** Tokens that are issued together end together: of hundreds in a second only one has its date worked out. */
function asTime(claim: unknown): string {
  const seconds = Number(claim);
  if (seconds !== lastTime.seconds) lastTime = { seconds, text: new Date(seconds * 1_000).toISOString() };
  return lastTime.text;
}

/** Signs what `checkIssue` has let through. */
export async function signToken(request: TokenRequestOutput, credentials: Credentials, joinPage: string): Promise<IssuedToken> {
  const { jwt, claims } = await signClaims(credentials, request);
  return {
    jwt,
    fingerprint: fingerprint(jwt),
    issuedAt: asTime(claims.nbf),
    expiresAt: asTime(claims.exp),
    bytes: jwt.length,
    claims,
    joinLink: request.grants.roomJoin ? fillJoinPage(joinPage, { url: credentials.serverUrl, token: jwt }) : null,
  };
}

export type AllowedToken = Pick<IssuedToken, 'jwt' | 'claims' | 'fingerprint' | 'expiresAt'>;

/** Checks as `checkIssue` does and signs, without the join link and what its page is lint for: for those who ask by the hundred. */
export async function signAllowed(request: TokenRequestOutput, credentials: Credentials, rules: Rules): Promise<AllowedToken> {
  checkLints(request, contentLints(request, rules));
  const { jwt, claims } = await signClaims(credentials, request);
  // Its length is known for certain by now, and nobody has it yet.
  checkLints(request, sizeLints(jwt.length, request, rules.profile.serverUrl));
  return { jwt, claims, fingerprint: fingerprint(jwt), expiresAt: asTime(claims.exp) };
}
