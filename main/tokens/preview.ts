import { claimLints } from '../contract/claim-lints';
import { isLoopback } from '../contract/loopback';
import { bytesOf } from '../contract/name-lints';
import { amber, type Lint, red } from '../contract/token-lints';
import type { TokenPreview, TokenRequestOutput } from '../contract/tokens';
import { ceilingLints, type Rules } from './ceiling';
import { grantLints } from './grant-lints';
import { claimsOf, unsignedClaims } from './grants';
import { joinPageLints } from './join-link';
import { whoLints } from './who-lints';

/** Reverse proxies hold 4 to 8 KB of request line and headers by default; livekit-server itself answers 431 from 1 MiB. */
const sizes = { big: 4 * 1024, tooBig: 8 * 1024, refused: 1024 * 1024 };

/** What takes most of the room in the token, and how to be rid of it; nothing where that would not help. */
function heaviest({ metadata, attributes, roomConfig }: TokenRequestOutput) {
  const parts = [
    { field: 'metadata', bytes: bytesOf(metadata), cure: { metadata: '' } },
    { field: 'attributes', bytes: bytesOf(JSON.stringify(attributes)), cure: { attributes: {} } },
    { field: 'roomConfig', bytes: bytesOf(JSON.stringify(roomConfig)), cure: { roomConfig: null } },
  ];
  const [most] = parts.toSorted((one, other) => other.bytes - one.bytes);
  return most && most.bytes > 500 ? { field: most.field, cure: most.cure } : { field: '', cure: undefined };
}

/** What may stop a token of this length on its way. */
export function sizeLints(bytes: number, request: TokenRequestOutput, serverUrl: string): Lint[] {
  if (bytes <= sizes.big) return [];
  const { field, cure } = heaviest(request);
  const values = { bytes, limit: sizes.big, proxies: sizes.tooBig, refused: sizes.refused, field };
  if (bytes <= sizes.tooBig) return [amber('token-big', { values, cure })];
  // Nothing stands before a server on this machine.
  const passes = isLoopback(new URL(serverUrl).hostname) && bytes <= sizes.refused;
  return [(passes ? amber : red)('token-too-big', { values, cure })];
}

const isCloud = (serverUrl: string) => /^wss?:\/\/[^/:]+\.livekit\.cloud(?=[:/]|$)/.test(serverUrl);

/** What there is to know of what a token says, however long it is. */
export const contentLints = (request: TokenRequestOutput, rules: Rules): Lint[] => [
  ...ceilingLints(request, rules),
  ...whoLints(request),
  ...claimLints(claimsOf(request)),
  ...grantLints(request, { cloud: isCloud(rules.profile.serverUrl) }),
];

/** What there is to know of a token of this length; red lints come first. */
function tokenLints(request: TokenRequestOutput, rules: Rules, bytes: number): Lint[] {
  const { serverUrl, joinPage } = rules.profile;
  const lints = [
    ...contentLints(request, rules),
    ...sizeLints(bytes, request, serverUrl),
    // The link is as long with any other token of that length.
    ...(request.grants.roomJoin ? joinPageLints(joinPage, { url: serverUrl, token: 'e'.repeat(bytes) }, heaviest(request)) : []),
  ];
  const isIdle = lints.some(({ code }) => code === 'idle-without-join');
  const order = { red: 0, amber: 1, plain: 2 };
  return lints.filter(({ code }) => !(isIdle && code === 'no-join')).sort((one, other) => order[one.tone] - order[other.tone]);
}

/** The claims as they would be signed now, and what to know of them. The keychain is not read, nothing is asked of the server. Red lints come first. */
export function previewToken(request: TokenRequestOutput, rules: Rules): TokenPreview {
  const { claims, bytes } = unsignedClaims(rules.profile.apiKey, request);
  return { claims, bytes, expiresAt: new Date(claims.exp * 1_000).toISOString(), lints: tokenLints(request, rules, bytes) };
}
