import { Loader } from '@mantine/core';
import { type ComponentProps, useEffect, useEffectEvent, useRef } from 'react';
import type { Profile } from '../../main/contract/profiles';
import { ConfirmDialog } from './confirm-dialog';
import { useFailureWords } from './failure-words';
import { useOpenProfile } from './profile';
import { toast } from './toasts';

type Act = Omit<ComponentProps<typeof ConfirmDialog>, 'reason' | 'typed'> & {
  /** The number that a production profile wants typed, at every safety level. */
  typedInProduction?: number;
};

/** Whether something is to be asked before a dangerous act: main keeps the same rules. */
export function isAsked({ safety, environment, policy }: Profile, typedInProduction: number | undefined): boolean {
  return safety !== 'free' || policy.reasonRequired || (environment === 'production' && typedInProduction !== undefined);
}

/**
 * A dangerous act at the open profile's server. Mount it to begin: it asks first, with a reason where the policy wants one, or, where the
 * profile is free, acts at once. Give it a key of its own for each act.
 */
export function DangerousAct({ typedInProduction, ...act }: Act) {
  const profile = useOpenProfile();
  if (!isAsked(profile, typedInProduction)) return <AtOnce {...act} />;
  const typed = profile.environment === 'production' && typedInProduction !== undefined ? { typed: String(typedInProduction) } : {};
  // Free, but for a reason or a number: only that is asked for.
  const consequences = profile.safety === 'free' ? [] : (act.consequences ?? []);
  return <ConfirmDialog {...act} {...typed} consequences={consequences} reason={profile.policy.reasonRequired ? 'required' : 'optional'} />;
}

function AtOnce({ verb, error = null, onConfirm, onClose }: Act) {
  const failureWords = useFailureWords();
  const begun = useRef(false);
  const begin = useEffectEvent(() => {
    // StrictMode mounts twice; an act is done once.
    if (begun.current) return;
    begun.current = true;
    onConfirm('');
  });
  const fail = useEffectEvent((failure: Error) => {
    const { what, next } = failureWords(failure);
    toast(`${what} ${next}`);
    onClose();
  });
  useEffect(() => begin(), []);
  useEffect(() => {
    if (error) fail(error);
  }, [error]);
  return (
    <output className="at-once">
      <Loader size={14} /> {verb}
    </output>
  );
}
