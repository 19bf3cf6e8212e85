import { useTranslation } from 'react-i18next';
import type { TokenRequestOutput } from '../../main/contract/tokens';
import { CallError } from '../api';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { Claims } from './claims';
import { Lints } from './lints';
import { Sentence } from './sentence';
import { useTimes } from './times';
import { TokenSize } from './token-size';
import { useNow } from './use-now';
import { usePreview } from './use-preview';

/** What will be issued, while it is filled in. */
export function PreviewPanel({ panel }: { panel: ReturnType<typeof usePanel> }) {
  const { t } = useTranslation();
  const { draft, preview, situation } = usePreview();
  const lints = [...(preview.data?.lints ?? []), ...(situation.data?.lints ?? [])];
  const unasked = situation.error instanceof CallError ? situation.error.code : undefined;
  return (
    <SidePanel
      panel={panel}
      label={t('tokens.preview')}
      title={t('tokens.preview')}
      footer={preview.data && <TokenSize bytes={preview.data.bytes} />}
    >
      {draft ? <DraftSentence of={draft} /> : <p className="sentence">{t('tokens.sentence.unfinished')}</p>}
      <Problem error={preview.error} />
      {(lints.length > 0 || unasked) && (
        <div className="findings">
          <Lints of={lints} />
          {unasked && (
            <Finding tone="amber" title={t('tokens.unasked')}>
              {t(`failures.${unasked}.what`)}
            </Finding>
          )}
        </div>
      )}
      {preview.data && <Claims of={preview.data.claims} />}
    </SidePanel>
  );
}

function DraftSentence({ of }: { of: TokenRequestOutput }) {
  const now = useNow();
  const times = useTimes();
  return <Sentence of={of} until={times.when(new Date(now.getTime() + of.ttlSeconds * 1000), now)} lifetime={of.ttlSeconds} />;
}
