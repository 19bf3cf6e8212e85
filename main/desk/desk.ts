import type { Act, Audit, Outcome } from '../audit/audit';
import type { Guard } from '../contract/guard';
import type { CallName } from '../contract/names';
import { type Clients, createClients } from '../livekit/clients';
import type { Profiles } from '../profiles/profiles';
import { checkSafety, type Danger } from './safety';

type Given = Guard & { profileId: string };
type What = { action: CallName; room: string; targets: readonly string[]; danger: Danger } & Partial<
  Pick<Act, 'details' | 'actor' | 'operator'>
>;

/** What an operator can do at a server: look, or act with a trace. */
export function createDesk(profiles: Profiles, audit: Audit) {
  const look = <T>(profileId: string, use: (clients: Clients) => Promise<T>): Promise<T> =>
    profiles.withCredentials(profileId, (credentials) => use(createClients(credentials)));
  return {
    profiles,
    audit,
    look,
    /** Checks the safety level, writes down what is about to be done, does it, writes down what became of it. */
    act<T>(given: Given, { danger, ...what }: What, run: (clients: Clients) => Promise<{ value: T; outcome: Outcome }>) {
      const profile = profiles.get(given.profileId);
      checkSafety(profile, given, danger);
      return audit.act({ ...what, targets: [...what.targets], profile: { id: profile.id, name: profile.name }, reason: given.reason }, () =>
        look(profile.id, run),
      );
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
