import type { Lint, TokenPreview, TokenRequestOutput } from '../contract/tokens';
import { ceilingLints, type Rules } from './ceiling';
import { amber, red } from './finding';
import { grantLints } from './grant-lints';
import { unsignedClaims } from './grants';
import { joinPageLints } from './join-link';
import { textLints } from './text-lints';

/** Reverse proxies hold 4 to 8 KB of request line and headers by default; livekit-server itself answers 431 from 1 MiB. */
const sizes = { big: 4 * 1024, tooBig: 8 * 1024, refused: 1024 * 1024 };

function sizeLints(bytes: number, serverUrl: string): Lint[] {
  if (bytes <= sizes.big) return [];
  if (bytes <= sizes.tooBig) return [amber('token-big', { values: { bytes, limit: sizes.big } })];
  const { hostname } = new URL(serverUrl);
  // Nothing stands before a server on this machine.
  const direct = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  const tone = direct && bytes <= sizes.refused ? amber : red;
  return [tone('token-too-big', { values: { bytes, limit: direct ? sizes.refused : sizes.tooBig } })];
}

const isCloud = (serverUrl: string) => /^wss?:\/\/[^/:]+\.livekit\.cloud(?=[:/]|$)/.test(serverUrl);

/** What may stop a token of this length, and what is found on the way. */
export const contentLints = (request: TokenRequestOutput, rules: Rules, bytes: number): Lint[] => [
  ...ceilingLints(request, rules),
  ...textLints(request),
  ...grantLints(request, { cloud: isCloud(rules.profile.serverUrl) }),
  ...sizeLints(bytes, rules.profile.serverUrl),
];

/** What there is to know of a token of this length; red lints come first. */
function tokenLints(request: TokenRequestOutput, rules: Rules, bytes: number): Lint[] {
  const { serverUrl, joinPage } = rules.profile;
  const lints = [
    ...contentLints(request, rules, bytes),
    // The link is as long with any other token of that length.
    ...(request.grants.roomJoin ? joinPageLints(joinPage, { url: serverUrl, token: 'e'.repeat(bytes) }) : []),
  ];
  const order = { red: 0, amber: 1, plain: 2 };
  return lints.sort((one, other) => order[one.tone] - order[other.tone]);
}

/** The claims as they would be signed now, and what to know of them. The keychain is not read, nothing is asked of the server. Red lints come first. */
export function previewToken(request: TokenRequestOutput, rules: Rules): TokenPreview {
  const { claims, bytes } = unsignedClaims(rules.profile.apiKey, request);
  return { claims, bytes, expiresAt: new Date(claims.exp * 1_000).toISOString(), lints: tokenLints(request, rules, bytes) };
}
