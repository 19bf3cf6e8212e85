import type { z } from 'zod';
import { joinPage } from '../contract/join-page';
import { parseServerUrl } from '../contract/server-url';
import type { joinLink, Lint } from '../contract/tokens';
import { amber, plain } from './finding';

export type JoinLink = z.output<typeof joinLink>;

/** Longer links are cut by mail programs and chats. */
const longestLink = 2_000;

type Page = { text: string; protocol: string; pathname: string; host: string };
let last: { given: string; page: Page | null } | undefined;

/** Null where the settings file holds something that is no join page. The last one is known: a token endpoint asks for the same each time. */
function readPage(given: string): Page | null {
  if (last?.given === given) return last.page;
  let page: Page | null = null;
  if (joinPage.safeParse(given).success) {
    const { protocol, pathname, host } = new URL(given);
    page = { text: given.trim(), protocol, pathname, host };
  }
  last = { given, page };
  return page;
}

/**
 * Fills `{url}` and `{token}` into a join page's address, percent-encoded, in one pass: a server address that holds `{token}` gets
 * none. `host` is who sees the token: whoever serves that page (Meet's `/custom` is rendered on its server; a fragment is seen by
 * the page's scripts). Null where the settings file holds something that is no join page.
 */
export function fillJoinPage(given: string, values: { url: string; token: string }): JoinLink | null {
  const page = readPage(given);
  if (!page) return null;
  const url = page.text.replace(/\{(url|token)\}/g, (_, name: 'url' | 'token') => encodeURIComponent(values[name]));
  return { url, host: page.host };
}

/** What to know of the page that a join link opens. */
export function joinPageLints(given: string, values: { url: string; token: string }): Lint[] {
  const page = readPage(given);
  const link = fillJoinPage(given, values);
  if (!page || !link) return [];
  const server = parseServerUrl(values.url);
  const { protocol, pathname, host } = page;
  return [
    ...(protocol === 'https:' && 'url' in server && server.insecure ? [amber('join-page-insecure', { values: { host } })] : []),
    plain('join-page-token-host', { values: { host } }),
    ...(pathname.endsWith('/custom') && page.text.includes('liveKitUrl=') ? [plain('join-page-live', { values: { host } })] : []),
    ...(link.url.length > longestLink ? [plain('join-link-long', { values: { length: link.url.length, limit: longestLink } })] : []),
  ];
}
