import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../main/contract/rooms';
import { api, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import type { HitActions } from './use-person-actions';

/** Removing cannot be undone, and does not keep anyone out. */
export function RemovePerson({ hit, actions, onClose }: { hit: PersonFound; actions: HitActions; onClose: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const remove = useMutation({
    mutationFn: (reason: string) => {
      const identities = [hit.participant.identity];
      return unwrap(api['participants.remove']({ profileId: profile.id, room: hit.room, identities, confirmed: true, reason }));
    },
    onSuccess: (report) => {
      actions.settledRemoval(hit, report);
      onClose();
    },
  });
  return (
    <DangerousAct
      question={t('people.remove.question', { name: nameOf(hit.participant) })}
      what={t('people.remove.what', { room: safeString(hit.room, 60) })}
      consequences={[t('people.remove.token')]}
      targets={[safeString(hit.participant.identity)]}
      verb={t('people.remove.button')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate(reason)}
      onClose={onClose}
    />
  );
}
