import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { environments, newProfile } from '../../main/contract/profiles';
import { parseServerUrl } from '../../main/contract/server-url';
import { api, unwrap } from '../api';
import { useKeepChoice } from './keep-choice';
import { showIssues } from './show-issues';

const connection = newProfile
  .pick({ serverUrl: true, apiKey: true, apiSecret: true, name: true })
  .extend({ environment: z.enum(environments) });
/** Long enough not to ask for each letter, short enough to see the answer before the next field is filled. */
const quietMs = 700;

/**
 * A server being added: the form, a test of what stands in it, and saving.
 * The secret lives in its password field alone, and in no mutation's variables, since the query client would keep them.
 */
export function useConnectionForm(onSaved: (profileId: string) => void) {
  const form = useForm({
    resolver: zodResolver(connection),
    mode: 'onTouched',
    defaultValues: { serverUrl: '', apiKey: '', apiSecret: '', name: '', environment: 'development' as const },
  });
  const { keep, ...choice } = useKeepChoice();
  const probe = useMutation({
    mutationFn: (asked: boolean) => {
      const { serverUrl, apiKey, apiSecret } = form.getValues();
      return unwrap(api['profiles.probe']({ serverUrl, apiKey, apiSecret, asked }));
    },
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: () => unwrap(api['profiles.create']({ ...form.getValues(), keep })),
    gcTime: 0,
    onSuccess: ({ id }) => {
      form.reset();
      onSaved(id);
    },
    onError: (error) => showIssues(error, form),
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const isComplete = () => {
    const { serverUrl, apiKey, apiSecret } = form.getValues();
    return 'url' in parseServerUrl(serverUrl) && apiKey.trim() !== '' && apiSecret !== '';
  };
  const test = () => {
    clearTimeout(timer.current);
    if (isComplete()) probe.mutate(true);
    else void form.trigger(['serverUrl', 'apiKey', 'apiSecret']);
  };
  /** What was found held for what stood there before; the new content is tested once the typing rests. */
  const testLater = () => {
    clearTimeout(timer.current);
    probe.reset();
    timer.current = setTimeout(() => isComplete() && probe.mutate(false), quietMs);
  };
  return { form, probe, save, test, testLater, choice: { keep, ...choice }, submit: form.handleSubmit(() => save.mutate()) };
}
export type ConnectionForm = ReturnType<typeof useConnectionForm>;
