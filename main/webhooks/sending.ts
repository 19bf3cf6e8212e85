import type { Handlers } from '../application';
import { type Audit, allDone, type Outcome } from '../audit/audit';
import type { Guard } from '../contract/guard';
import { Refusal } from '../contract/result';
import type { DeliveryRecord, WebhookAnswer } from '../contract/webhooks';
import { checkSafety, dangerous, harmless } from '../desk/safety';
import type { Profiles } from '../profiles/profiles';
import type { Deliveries } from './deliveries';
import type { Originals } from './originals';
import { checkTarget, isOutside, post, type Signed, signBody } from './post';
import { testEvent } from './test-event';

const outcomeOf = ({ status, answer }: WebhookAnswer): Outcome =>
  status !== null && status < 300
    ? { ...allDone, answer: String(status) }
    : {
        outcome: 'failed',
        code: status === null ? 'unreachable' : 'server-refused',
        results: [],
        answer: `${status ?? ''} ${answer}`.trim(),
      };

type To = Guard & { url: string; outside: boolean };

/** What this console sends itself: invented events, and again what has come. Nothing is sent that cannot be written down. */
export function createSending(
  profiles: Profiles,
  audit: Audit,
  deliveries: Deliveries,
  originals: Originals,
): Pick<Handlers, 'webhooks.sendTest' | 'webhooks.replay'> {
  function check(profileId: string | undefined, to: To) {
    checkTarget(to);
    const profile = profileId === undefined ? null : profiles.get(profileId);
    if (profile) checkSafety(profile, to, isOutside(to.url) ? dangerous : harmless);
    return profile && { id: profile.id, name: profile.name };
  }
  const signFor = (profileId: string, body: Buffer) => profiles.withCredentials(profileId, (keys) => signBody(body, keys));

  async function signedAgain({ no, profile, reason, body }: DeliveryRecord): Promise<Signed & { signature: 'original' | 'new' }> {
    const original = originals.find(no);
    if (original) return { ...original, signature: 'original' };
    if (reason !== null || !profile) throw new Refusal('not-found', 'What was not verified is not signed');
    return { ...(await signFor(profile.id, Buffer.from(body))), signature: 'new' };
  }

  return {
    async 'webhooks.sendTest'({ profileId, event, room, body: more, ...to }) {
      const profile = check(profileId, to);
      const { id, body } = testEvent(event, room, new Date(), more);
      const act = { action: 'webhooks.sendTest', profile, room, targets: [to.url], reason: to.reason, details: { event, id } };
      const { value } = await audit.act(act, async () => {
        const answer = await post(to.url, await signFor(profileId, body));
        return { value: answer, outcome: outcomeOf(answer) };
      });
      return value;
    },
    async 'webhooks.replay'({ no, ...to }) {
      const record = deliveries.find(no);
      if (!record) throw new Refusal('not-found', 'It is no longer kept');
      const profile = check(record.profile?.id, to);
      const { room, event, eventId: id } = record;
      const act = { action: 'webhooks.replay', profile, room, targets: [to.url], reason: to.reason, details: { event, id } };
      const { value } = await audit.act(act, async () => {
        const { signature, ...signed } = await signedAgain(record);
        const answer = { ...(await post(to.url, signed)), signature };
        return { value: answer, outcome: { ...outcomeOf(answer), details: { signature } } };
      });
      return value;
    },
  };
}
