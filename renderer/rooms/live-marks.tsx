import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality as QualityName } from './live-observer';
import type { Levels } from './use-live-room';

/** 0 to 5: the server's level is linear, ears are not. */
export const steps = (level: number) => (level <= 0 ? 0 : Math.min(5, Math.max(1, Math.ceil(Math.sqrt(level) * 5))));

/** The level of one person; only this mark is drawn anew when it changes. */
export function useLevel(levels: Levels, identity: string): number {
  const subscribe = useCallback((changed: () => void) => levels.subscribe(changed), [levels]);
  return useSyncExternalStore(subscribe, () => steps(levels.get().get(identity) ?? 0));
}

/** Five bars, 0 silent to 5 loud. */
export function Level({ levels, identity }: { levels: Levels; identity: string }) {
  const { t } = useTranslation();
  const level = useLevel(levels, identity);
  return (
    <svg className="level" width="22" height="14" role="img" aria-label={level ? t('live.speaking', { level }) : t('live.silent')}>
      {[6, 10, 14, 9, 5].map((full, bar) => {
        const height = level ? Math.max(2, Math.round((full * level) / 5)) : 2;
        return <rect key={full} className={level ? 'live' : ''} x={bar * 4.5} y={(14 - height) / 2} width="2.5" height={height} rx="1.2" />;
      })}
    </svg>
  );
}

export function Avatar({ name, levels, identity, big = false }: { name: string; levels: Levels; identity: string; big?: boolean }) {
  const level = useLevel(levels, identity);
  const letter = /\p{L}|\p{N}/u.exec(name)?.[0]?.toUpperCase() ?? '·';
  return (
    <span className={big ? 'avatar big' : 'avatar'} data-live={level > 1 || undefined} aria-hidden>
      {letter}
    </span>
  );
}

const filled = { excellent: 3, good: 2, poor: 1, lost: 0 } as const;
/** Bars say it, colour only when it is bad, and then a word too. */
export function Quality({ of }: { of: QualityName }) {
  const { t } = useTranslation();
  if (of === 'unknown') return <span className="none">–</span>;
  return (
    <span className={`quality ${of}`}>
      <svg width="13" height="12" role="img" aria-label={t(`live.quality.${of}`)}>
        {[0, 1, 2].map((bar) => (
          <rect key={bar} className={bar < filled[of] ? 'on' : ''} x={bar * 4.5} y={8 - bar * 4} width="3" height={4 + bar * 4} rx="1" />
        ))}
      </svg>
      {(of === 'poor' || of === 'lost') && <span aria-hidden>{t(`live.${of}`)}</span>}
    </span>
  );
}
