import { z } from 'zod';
import { problem } from './field';

/** LiveKit Meet's page for any server; `{url}` and `{token}` are filled in, percent-encoded. */
export const meetJoinPage = 'https://meet.livekit.io/custom?liveKitUrl={url}&token={token}';

/** Whether this page, or a link made of it, is LiveKit Meet's for any server: it joins at once with camera and microphone, whoever hosts it. */
export const goesLive = (page: string): boolean => {
  const url = URL.parse(page);
  return url?.pathname.endsWith('/custom') === true && url.searchParams.has('liveKitUrl');
};

const isPage = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
/** A token in the name of a host would go to the resolver and to whoever owns the domain. */
function hostIsFixed(text: string): boolean {
  const { username, password, host } = new URL(text);
  return username === '' && password === '' && !/[{}]/.test(host);
}

/** The address of a page that joins a room, with `{token}` and mostly `{url}` behind its host. */
export const joinPage = z
  .string()
  .trim()
  .max(2_000, problem('too-long'))
  .refine((text) => isPage(text) && hostIsFixed(text), problem('template-address'))
  .refine((text) => text.includes('{token}'), problem('template-token'));
