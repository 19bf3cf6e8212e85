import type { z } from 'zod';
import { goesLive, joinPage } from '../contract/join-page';
import { isLoopback } from '../contract/loopback';
import { parseServerUrl } from '../contract/server-url';
import { amber, type Lint, plain } from '../contract/token-lints';
import type { joinLink } from '../contract/tokens';

export type JoinLink = z.output<typeof joinLink>;

/** Longer links are cut by mail programs and chats. */
const longestLink = 2_000;

type Page = { text: string; protocol: string; host: string };
let last: { given: string; page: Page | null } | undefined;

/** Null where the settings file holds something that is no join page. The last one is known: a token endpoint asks for the same each time. */
function readPage(given: string): Page | null {
  if (last?.given === given) return last.page;
  let page: Page | null = null;
  if (joinPage.safeParse(given).success) {
    const { protocol, host } = new URL(given);
    page = { text: given.trim(), protocol, host };
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

type Heaviest = { field: string; cure: NonNullable<Lint['cure']> | undefined };

/** What to know of the page that a join link opens. `heaviest`: what of the token's makes the link long. */
export function joinPageLints(
  given: string,
  values: { url: string; token: string },
  heaviest: Heaviest = { field: '', cure: undefined },
): Lint[] {
  const page = readPage(given);
  const link = fillJoinPage(given, values);
  if (!page || !link) return [];
  const server = parseServerUrl(values.url);
  const { protocol, host } = page;
  const isLocal = isLoopback(new URL(values.url).hostname);
  return [
    ...(protocol === 'https:' && 'url' in server && server.insecure ? [amber('join-page-insecure', { values: { host } })] : []),
    plain('join-page-token-host', { values: { host } }),
    ...(isLocal ? [plain('join-page-local')] : []),
    ...(goesLive(page.text) ? [plain('join-page-live', { values: { host } })] : []),
    ...(link.url.length > longestLink
      ? [plain('join-link-long', { values: { length: link.url.length, limit: longestLink, field: heaviest.field }, cure: heaviest.cure })]
      : []),
  ];
}
