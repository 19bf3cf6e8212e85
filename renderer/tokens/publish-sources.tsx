import { Tooltip } from '@mantine/core';
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import IconVolume from '@tabler/icons-react/icons/IconVolume';
import { useTranslation } from 'react-i18next';
import { trackSources } from '../../main/contract/grants';
import { useGrants } from './use-token-form';

const sources = [
  { source: 'microphone', icon: IconMicrophone },
  { source: 'camera', icon: IconVideo },
  { source: 'screen_share', icon: IconDeviceDesktop },
  { source: 'screen_share_audio', icon: IconVolume },
] as const;

/** LiveKit reads an empty list as all sources, so the last one picked stays: to publish nothing, Publish itself goes off. */
export function PublishSources() {
  const { t } = useTranslation();
  const { grants, change } = useGrants();
  const picked = grants.canPublishSources.length === 0 ? trackSources : grants.canPublishSources;
  const toggle = (source: (typeof trackSources)[number]) => {
    const next = trackSources.filter((one) => picked.includes(one) !== (one === source));
    if (next.length > 0) change({ canPublishSources: next.length === trackSources.length ? [] : next });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in the line of its switch cannot be laid out beside it
    <div className="sources" role="group" aria-label={t('tokens.sourcesLabel')}>
      {sources.map(({ source, icon: Icon }) => (
        <Tooltip key={source} label={t(`tokens.sources.${source}`)}>
          <button
            type="button"
            aria-pressed={picked.includes(source)}
            aria-label={t(`tokens.sources.${source}`)}
            onClick={() => toggle(source)}
          >
            <Icon size={14} stroke={1.8} aria-hidden />
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
