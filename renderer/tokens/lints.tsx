import { useTranslation } from 'react-i18next';
import type { Lint } from '../../main/contract/tokens';
import { Finding } from '../ui/marks';
import { useTimes } from './times';
import { useCure } from './use-token-form';

/** The values that sentences may name; a lint gives those of its own. */
const unsaid = {
  bytes: '',
  limit: '',
  length: '',
  character: '',
  grants: '',
  kind: '',
  roomPreset: '',
  host: '',
  identity: '',
  participants: '',
  maxParticipants: '',
};

/** Red first. That Meet goes live says whose page it is, so its host needs no line of its own. */
function inOrder(lints: Lint[]): Lint[] {
  const tones = ['red', 'amber', 'plain'];
  const goesLive = lints.some(({ code }) => code === 'join-page-live');
  return lints
    .filter(({ code }) => !(goesLive && code === 'join-page-token-host'))
    .toSorted((one, other) => tones.indexOf(one.tone) - tones.indexOf(other.tone));
}

export function Lints({ of }: { of: Lint[] }) {
  const { t } = useTranslation();
  const times = useTimes();
  const cureForm = useCure();
  return inOrder(of).map(({ code, tone, values, cure }) => {
    const spoken = {
      ...unsaid,
      ...values,
      longest: times.lasting(Number(values.longestSeconds ?? 0)),
      cured: times.lasting(Number(cure?.ttlSeconds ?? 0)),
    };
    return (
      <Finding
        key={code}
        tone={tone}
        title={t(`tokens.lints.${code}.title`, spoken)}
        action={cure ? { label: t(`tokens.lints.${code}.cure`, spoken), run: () => cureForm(cure) } : undefined}
      >
        {t(`tokens.lints.${code}.body`, spoken)}
      </Finding>
    );
  });
}
