import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { egressMethods } from '../../main/contract/egress-forms';
import type { FormValues } from '../../main/contract/form';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { toast } from '../ui/toasts';

export type Method = (typeof egressMethods)[number];
type Asked = { method: Method; values: FormValues; reason: string };

type Start = { asked: () => Asked; onError: (error: Error) => void; onStarted: (id: string) => void };

/**
 * Asks for an egress: that takes as long as the server looks for a worker, and can be cancelled here. `asked` is read when it is sent:
 * what is handed to a mutation stays in the page's memory after it.
 */
export function useEgressStart({ asked: read, onError, onStarted }: Start) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const [asked, setAsked] = useState<{ id: string; at: number } | null>(null);
  const start = useMutation({
    mutationFn(stopAfterSeconds: number | null) {
      const startId = crypto.randomUUID();
      setAsked({ id: startId, at: Date.now() });
      return unwrap(api['egress.start']({ profileId, startId, stopAfterSeconds, ...read() }));
    },
    gcTime: 0,
    onError,
    onSuccess: ({ egress, late, stopsAt }, stopAfterSeconds) => {
      const said = late ? 'late' : 'done';
      toast(t(`media.egress.start.${stopAfterSeconds !== null && stopsAt === null ? 'timerLost' : said}`));
      onStarted(egress.id);
    },
    // Also after a failure: it may have started all the same.
    onSettled: () => {
      setAsked(null);
      return client.invalidateQueries({ queryKey: ['egress.list'] });
    },
  });
  return {
    start,
    askedAt: asked?.at ?? null,
    cancel: () => void (asked && api['egress.cancelStart']({ profileId, startId: asked.id })),
  };
}
