import { parseLifetime } from '../../main/contract/lifetime';
import type { FieldIssue } from '../../main/contract/result';
import { type TokenRequestOutput, tokenRequest } from '../../main/contract/tokens';
import type { Pair } from './pairs';
import { formPath, requestOf, serverWideOn, type TokenForm } from './token-form';

/** The longest lifetimes in seconds; the preset's is null while none is chosen. */
export type Ceilings = { policy: number; preset: number | null };

/** A value without a name, and a name given twice: neither can be said in a token. */
function pairIssues(pairs: Pair[], path: string): FieldIssue[] {
  return pairs.flatMap(({ name, value }, at) => {
    if (name === '' && value !== '') return [{ path: `${path}.${at}.name`, code: 'required' }];
    const taken = name !== '' && pairs.findIndex((other) => other.name === name) < at;
    return taken ? [{ path: `${path}.${at}.name`, code: 'taken' }] : [];
  });
}

/** Why a lifetime cannot be used, or null. Main refuses the same; said here it stands at the field while it is typed. */
export function lifetimeProblem(typed: string, now: Date, { policy, preset }: Ceilings): string | null {
  const parsed = parseLifetime(typed, now);
  if ('problem' in parsed) return parsed.problem;
  if (parsed.seconds > policy) return 'lifetime-over-policy';
  return preset !== null && parsed.seconds > preset ? 'lifetime-over-preset' : null;
}

/** The request, or every field that stands in its way, by paths of the form. */
export function checkTokenForm(
  form: TokenForm,
  profileId: string,
  now: Date,
  ceilings: Ceilings,
): { request: TokenRequestOutput } | { issues: FieldIssue[] } {
  const lifetime = lifetimeProblem(form.lifetime, now, ceilings);
  const reasonMissing = serverWideOn(form.grants).length > 0 && form.reason.trim() === '';
  const parsed = tokenRequest.safeParse(requestOf(form, profileId, now));
  const issues: FieldIssue[] = [
    ...(lifetime ? [{ path: 'lifetime', code: lifetime }] : []),
    ...(reasonMissing ? [{ path: 'reason', code: 'required' }] : []),
    ...pairIssues(form.attributes, 'attributes'),
    ...pairIssues(form.roomConfig.tags, 'roomConfig.tags'),
    ...form.roomConfig.agents.flatMap(({ attributes }, at) => pairIssues(attributes, `roomConfig.agents.${at}.attributes`)),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ path: formPath(path.join('.')), code: message })),
  ];
  return parsed.success && issues.length === 0 ? { request: parsed.data } : { issues };
}
