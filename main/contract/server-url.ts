import { z } from 'zod';
import type { FieldProblem } from './field';
import { isLoopback } from './loopback';

/**
 * A LiveKit server's address in its one normal form: `ws` or `wss`, host in lower case, no default port, no slash at the end.
 * A path prefix stays (`wss://host/livekit`).
 */
export type ServerUrl = { url: string; host: string; insecure: boolean };

const schemes: Record<string, string> = { 'ws:': 'ws:', 'wss:': 'wss:', 'http:': 'ws:', 'https:': 'wss:' };

/** `rtc.example.com` without a scheme is read as wss, a loopback name as ws. */
const withScheme = (text: string) => {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text;
  const plain = `ws://${text}`;
  return isLoopback(URL.parse(plain)?.hostname ?? '') ? plain : `wss://${text}`;
};

/** Reads what a person typed: with or without scheme, prefix, slash, in any case. */
export function parseServerUrl(text: string): ServerUrl | { problem: FieldProblem } {
  const typed = text.trim();
  if (typed === '') return { problem: 'required' };
  const url = URL.parse(withScheme(typed));
  if (!url) return { problem: 'not-an-address' };
  const scheme = schemes[url.protocol];
  if (!scheme) return { problem: 'address-scheme' };
  if (url.username || url.password) return { problem: 'address-credentials' };
  if (url.search || url.hash) return { problem: 'address-query' };
  const host = url.host;
  if (!host || /\s/.test(typed)) return { problem: 'not-an-address' };
  const path = url.pathname.replace(/\/+$/, '').replace(/\/{2,}/g, '/');
  return { url: `${scheme}//${host}${path}`, host: `${host}${path}`, insecure: scheme === 'ws:' && !isLoopback(url.hostname) };
}

/** The field of a form; answers the normal form. */
export const serverUrl = z.string().transform((text, context) => {
  const parsed = parseServerUrl(text);
  if ('url' in parsed) return parsed.url;
  context.addIssue(parsed.problem);
  return z.NEVER;
});
