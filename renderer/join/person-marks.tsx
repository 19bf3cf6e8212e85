import IconLock from '@tabler/icons-react/icons/IconLock';
import IconMicrophoneOff from '@tabler/icons-react/icons/IconMicrophoneOff';
import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';
import type { Link, Person } from './room-snapshot';

export const useNameOf = () => {
  const { t } = useTranslation();
  return ({ name, identity, isLocal }: Person) => `${name || identity}${isLocal ? ` (${t('join.you')})` : ''}`;
};

const bars = { excellent: 3, good: 2, poor: 1, lost: 0, unknown: 0 } as const;
const steps = (level: number) => (level <= 0 ? 0 : Math.min(5, Math.max(1, Math.ceil(Math.sqrt(level) * 5))));

/** Five bars, 0 silent to 5 loud. */
function Level({ of }: { of: number }) {
  const level = steps(of);
  return (
    <svg className="join-level" width="22" height="14" aria-hidden>
      {[6, 10, 14, 9, 5].map((full, bar) => {
        const height = level ? Math.max(2, Math.round((full * level) / 5)) : 2;
        return <rect key={full} className={level ? 'live' : ''} x={bar * 4.5} y={(14 - height) / 2} width="2.5" height={height} rx="1.2" />;
      })}
    </svg>
  );
}

/** Bars, and a word where it is bad. */
function LinkMark({ of }: { of: Link }) {
  const { t } = useTranslation();
  if (of === 'unknown' || of === 'excellent') return null;
  return (
    <span className={`join-link ${of}`}>
      <svg width="13" height="12" role="img" aria-label={t(`join.link.${of}`)}>
        {[0, 1, 2].map((bar) => (
          <rect key={bar} className={bar < bars[of] ? 'on' : ''} x={bar * 4.5} y={8 - bar * 4} width="3" height={4 + bar * 4} rx="1" />
        ))}
      </svg>
      {(of === 'poor' || of === 'lost') && <span aria-hidden>{t(`join.link.${of}`)}</span>}
    </span>
  );
}

/** Sound, name, encryption and link of one person. */
export function PersonMarks({ person }: { person: Person }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const microphone = person.tracks.find(({ source }) => source === 'microphone');
  return (
    <>
      {microphone?.muted ? <IconMicrophoneOff size={13} aria-label={t('join.muted')} /> : microphone && <Level of={person.level} />}
      <span className="person-name">
        <SafeText text={nameOf(person)} longest={60} />
      </span>
      {person.encrypted && <IconLock size={12} aria-label={t('join.isEncrypted')} />}
      <LinkMark of={person.link} />
    </>
  );
}
