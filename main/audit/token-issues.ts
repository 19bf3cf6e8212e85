import type { Handlers } from '../application';
import { fingerprint } from '../fingerprint';
import { namesInToken } from '../token-names';
import { type Audit, allDone } from './audit';

/** Of profiles only this: the audit log stands below them. */
type ProfileNames = { get(id: string): { id: string; name: string } };
type Acts = Pick<Handlers, 'tokens.issue' | 'tokens.tryRights'>;

/**
 * Every issued token with its claims and its fingerprint, never the token; none is signed that cannot be written down. And each time that
 * the server is asked for something in the name of a token's holder.
 */
export const auditTokenIssues = (audit: Audit, profiles: ProfileNames, handlers: Acts): Acts => {
  const named = (profileId: string) => {
    const { id, name } = profiles.get(profileId);
    return { id, name };
  };
  return {
    async 'tokens.issue'(request) {
      const { profileId, identity, room, reason } = request;
      const act = { action: 'tokens.issue', profile: named(profileId), room, targets: [identity], reason };
      const { value } = await audit.act(act, async () => {
        const issued = await handlers['tokens.issue'](request);
        const { claims, fingerprint, expiresAt } = issued;
        return { value: issued, outcome: { ...allDone, details: { claims, fingerprint, expiresAt } } };
      });
      return value;
    },
    async 'tokens.tryRights'(request) {
      const { room, identity } = namesInToken(request.jwt);
      const details = { fingerprint: fingerprint(request.jwt) };
      const act = { action: 'tokens.tryRights', profile: named(request.profileId), room, targets: [identity], reason: '', details };
      const { value } = await audit.act(act, async () => {
        const tried = await handlers['tokens.tryRights'](request);
        const rights = Object.fromEntries(tried.map(({ right, outcome }) => [right, outcome]));
        return { value: tried, outcome: { ...allDone, details: { rights } } };
      });
      return value;
    },
  };
};
