import type { Emit, Handlers } from '../application';
import type { Audit } from '../audit/audit';
import type { CallName } from '../contract/names';
import { createDesk } from '../desk/desk';
import type { Profiles } from '../profiles/profiles';
import type { Storages } from '../profiles/storages';
import type { SettingsStore } from '../settings/settings';
import { createEgress } from './egress';
import { createIngress } from './ingress';
import { createSip } from './sip';

type MediaCalls = Extract<CallName, `egress.${string}` | `ingress.${string}` | `sip.${string}`>;

/** What goes out of rooms and comes into them by other ways than an app: recordings, streams, telephone calls. `startSeconds`: how long a start is waited for. */
export function createMedia(
  { profiles, audit, ...parts }: { profiles: Profiles; audit: Audit; storages: Storages; settings: SettingsStore; emit: Emit },
  startSeconds?: number,
): { handlers: Pick<Handlers, MediaCalls>; close: () => void } {
  const desk = createDesk(profiles, audit);
  const { handlers, close } = createEgress({ desk, ...parts }, startSeconds);
  return { handlers: { ...handlers, ...createIngress(desk), ...createSip(desk) }, close };
}
