import type { Guard } from '../contract/guard';
import { policy, type StoredProfile } from '../contract/profiles';
import { Refusal } from '../contract/result';

/** `typed`: the number that a production profile wants typed; null: none. */
export type Danger = { dangerous: boolean; typed: number | null };
export const harmless: Danger = { dangerous: false, typed: null };
export const dangerous: Danger = { dangerous: true, typed: null };

/** A profile of an earlier version lacks what came later. */
export const policyOf = (profile: StoredProfile) => policy.parse(profile.policy);

/** The profile's safety level, kept here and not only on screen. Throws `read-only`, `not-confirmed`, `reason-required`. */
export function checkSafety(profile: StoredProfile, { confirmed, typedCount, reason }: Guard, danger: Danger): void {
  if (profile.safety === 'read-only') throw new Refusal('read-only', 'This profile is read-only');
  if (!danger.dangerous) return;
  if (profile.safety === 'confirm' && !confirmed) throw new Refusal('not-confirmed', 'This profile asks before it acts');
  if (profile.environment === 'production' && danger.typed !== null && typedCount !== danger.typed)
    throw new Refusal('not-confirmed', 'The number was not typed', { issues: [{ path: 'typedCount', code: 'not-allowed' }] });
  needsReason(profile, reason);
}

/** Throws `reason-required` where the policy asks for one and there is none. */
export function needsReason(profile: StoredProfile, reason: string): void {
  if (policyOf(profile).reasonRequired && reason === '')
    throw new Refusal('reason-required', 'The policy asks for a reason', { issues: [{ path: 'reason', code: 'required' }] });
}
