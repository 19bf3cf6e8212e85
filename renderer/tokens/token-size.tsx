import { useTranslation } from 'react-i18next';

/** Reverse proxies hold 4 to 8 KB of request line and headers, and a token travels in both. */
const [comfortable, largest] = [4096, 8192];

export function TokenSize({ bytes }: { bytes: number }) {
  const { t } = useTranslation();
  const limit = bytes > comfortable ? largest : comfortable;
  const tone = bytes > largest ? 'red' : bytes > comfortable ? 'amber' : '';
  return (
    <div className="size" data-tone={tone || undefined}>
      <span>{t('tokens.size')}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> cannot be drawn in the house's look */}
      <div className="meter" role="meter" aria-label={t('tokens.size')} aria-valuenow={bytes} aria-valuemin={0} aria-valuemax={limit}>
        <i style={{ width: `${Math.min(100, (bytes / limit) * 100)}%` }} />
      </div>
      <span>
        <b>{bytes} B</b> {t('tokens.ofKilobytes', { count: limit / 1024 })}
      </span>
    </div>
  );
}
