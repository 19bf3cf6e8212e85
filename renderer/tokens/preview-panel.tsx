import { useTranslation } from 'react-i18next';
import type { TokenRequestOutput } from '../../main/contract/tokens';
import { CallError } from '../api';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { useTimes } from '../ui/times';
import { Claims } from './claims';
import { Lints } from './lints';
import { Sentence } from './sentence';
import { TokenSize } from './token-size';
import { useNow } from './use-now';
import { usePreview } from './use-preview';
import { useCure } from './use-token-form';

/** What will be issued, while it is filled in. */
export function PreviewPanel({ panel }: { panel: ReturnType<typeof usePanel> }) {
  const { t } = useTranslation();
  const { draft, preview, situation } = usePreview();
  const cure = useCure();
  // The last preview is kept while the next one is on its way, and not beside a field that makes none possible.
  const shown = draft && preview.data;
  const lints = [...(shown?.lints ?? []), ...(situation.data?.lints ?? [])];
  const unasked = situation.error instanceof CallError ? situation.error.code : undefined;
  return (
    <SidePanel panel={panel} label={t('tokens.preview')} title={t('tokens.preview')} footer={shown && <TokenSize bytes={shown.bytes} />}>
      {draft ? <DraftSentence of={draft} /> : <p className="sentence">{t('tokens.sentence.unfinished')}</p>}
      <Problem error={preview.error} />
      {(lints.length > 0 || unasked) && (
        <div className="findings">
          <Lints of={lints} onCure={cure} />
          {unasked && (
            <Finding tone="amber" title={t('tokens.unasked')}>
              {t(`failures.${unasked}.what`)}
            </Finding>
          )}
        </div>
      )}
      {shown && <Claims of={shown.claims} />}
    </SidePanel>
  );
}

function DraftSentence({ of }: { of: TokenRequestOutput }) {
  const now = useNow();
  const times = useTimes();
  return <Sentence of={of} until={times.when(new Date(now.getTime() + of.ttlSeconds * 1000), now)} lifetime={of.ttlSeconds} />;
}
