import type { SnippetLanguage } from '../contract/tokens';
import { type Claimed, claimsOf } from './grants';
import { goSnippet } from './snippet-go';
import { javaSnippet } from './snippet-java';
import { nodeSnippet } from './snippet-node';
import { pythonSnippet } from './snippet-python';
import { rubySnippet } from './snippet-ruby';
import { curlSnippet, lkSnippet } from './snippet-shell';

const writers = {
  node: nodeSnippet,
  python: pythonSnippet,
  go: goSnippet,
  ruby: rubySnippet,
  java: javaSnippet,
  lk: lkSnippet,
  curl: curlSnippet,
};

/**
 * Code that makes the token of this request and prints it as its first line. Key and secret come from LIVEKIT_API_KEY and
 * LIVEKIT_API_SECRET; no secret is in it. Where a language's SDK lacks a claim, a comment says what is used in its place.
 */
export const snippet = (language: SnippetLanguage, request: Claimed, { serverUrl }: { serverUrl: string }): string =>
  `${writers[language](claimsOf(request), request.ttlSeconds, serverUrl)}\n`;

/** All languages, by name. */
export const allSnippets = (request: Claimed, server: { serverUrl: string }) => ({
  node: snippet('node', request, server),
  python: snippet('python', request, server),
  go: snippet('go', request, server),
  ruby: snippet('ruby', request, server),
  java: snippet('java', request, server),
  lk: snippet('lk', request, server),
  curl: snippet('curl', request, server),
});
