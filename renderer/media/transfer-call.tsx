import { useTranslation } from 'react-i18next';
import type { FormValues } from '../../main/contract/form';
import { DangerousAct } from '../ui/dangerous-act';
import { safeString } from '../ui/safe-text';

type Transfer = { values: FormValues; onConfirm: (reason: string) => void; onClose: () => void };

/** Asks before a caller is handed on: they leave the room, and nobody here can bring them back. */
export function TransferCall({ values, onConfirm, onClose }: Transfer) {
  const { t } = useTranslation();
  const of = (path: string) => safeString(String(values[path] ?? '').trim(), 60);
  const [name, room, to] = [of('participant_identity'), of('room_name'), of('transfer_to')];
  return (
    <DangerousAct
      question={t('media.sip.transfer.question', { name, room })}
      what={t('media.sip.transfer.what', { to })}
      consequences={[t('media.sip.transfer.noWayBack')]}
      targets={[`${name} → ${to}`]}
      verb={t('media.sip.transfer.verb')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
