import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SipItem, sipKinds } from '../../main/contract/sip';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import type { SipTask } from './sip-panel';
import { useFailureElsewhere } from './use-failure-elsewhere';
import type { RequestFormState } from './use-request-form';

type Send = { what: SipTask['what']; form: RequestFormState; begun: SipItem | null; onSaved: (item: SipItem) => void };

/** Saves a trunk or rule, or calls, or transfers. What was typed is read when it is sent: a mutation's variables stay in memory. */
export function useSipSend({ what, form, begun, onSaved }: Send) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const sayElsewhere = useFailureElsewhere('sip');
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const kind = sipKinds.find((one) => one === what);
  const send = useMutation({
    async mutationFn(reason: string) {
      const values = form.typed();
      setAskedAt(Date.now());
      if (kind) {
        const change = { profileId, kind, id: begun?.id ?? null, values, removed: form.removed, before: begun?.values ?? null, reason };
        return { item: (await unwrap(api['sip.save'](change))).item };
      }
      if (what === 'call') return { identity: (await unwrap(api['sip.call']({ profileId, values, reason }))).identity };
      await unwrap(api['sip.transfer']({ profileId, values, confirmed: true, reason }));
      return {};
    },
    gcTime: 0,
    onError(error) {
      form.show(error);
      sayElsewhere(error);
    },
    async onSuccess({ item, identity = '' }) {
      form.forgetSecrets();
      await client.invalidateQueries({ queryKey: ['sip.list'] });
      toast(kind ? t('media.saved') : t(`media.sip.done.${what === 'call' ? 'call' : 'transfer'}`, { identity: safeString(identity, 60) }));
      if (item) onSaved(item);
    },
    onSettled: () => setAskedAt(null),
  });
  return { send, askedAt, kind };
}
