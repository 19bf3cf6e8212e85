import type { z } from 'zod';
import { joinPage } from '../contract/join-page';
import { parseServerUrl } from '../contract/server-url';
import type { joinLink, Lint } from '../contract/tokens';
import { amber, plain } from './finding';

export type JoinLink = z.output<typeof joinLink>;

/** Longer links are cut by mail programs and chats. */
const longestLink = 2_000;

/**
 * Fills `{url}` and `{token}` into a join page's address, percent-encoded, in one pass: a server address that holds `{token}` gets
 * none. `host` is who sees the token: whoever serves that page (Meet's `/custom` is rendered on its server; a fragment is seen by
 * the page's scripts). Null where the settings file holds something that is no join page.
 */
export function fillJoinPage(page: string, values: { url: string; token: string }): JoinLink | null {
  if (!joinPage.safeParse(page).success) return null;
  const url = page.trim().replace(/\{(url|token)\}/g, (_, name: 'url' | 'token') => encodeURIComponent(values[name]));
  return { url, host: new URL(page).host };
}

/** What to know of the page that a join link opens. */
export function joinPageLints(page: string, values: { url: string; token: string }): Lint[] {
  const link = fillJoinPage(page, values);
  if (!link) return [];
  const server = parseServerUrl(values.url);
  const { protocol, pathname, host } = new URL(page);
  return [
    ...(protocol === 'https:' && 'url' in server && server.insecure ? [amber('join-page-insecure', { values: { host } })] : []),
    plain('join-page-token-host', { values: { host } }),
    ...(pathname.endsWith('/custom') && page.includes('liveKitUrl=') ? [plain('join-page-live', { values: { host } })] : []),
    ...(link.url.length > longestLink ? [plain('join-link-long', { values: { length: link.url.length, limit: longestLink } })] : []),
  ];
}
