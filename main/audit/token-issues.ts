import type { Handlers } from '../application';
import { type Audit, allDone } from './audit';

/** Of profiles only this: the audit log stands below them. */
type ProfileNames = { get(id: string): { id: string; name: string } };
type Issue = Pick<Handlers, 'tokens.issue'>;

/** Every issued token with its claims and its fingerprint, never the token; none is signed that cannot be written down. */
export const auditTokenIssues = (audit: Audit, profiles: ProfileNames, handlers: Issue): Issue => ({
  async 'tokens.issue'(request) {
    const { profileId, identity, room, reason } = request;
    const { id, name } = profiles.get(profileId);
    const { value } = await audit.act({ action: 'tokens.issue', profile: { id, name }, room, targets: [identity], reason }, async () => {
      const issued = await handlers['tokens.issue'](request);
      const { claims, fingerprint, expiresAt } = issued;
      return { value: issued, outcome: { ...allDone, details: { claims, fingerprint, expiresAt } } };
    });
    return value;
  },
});
