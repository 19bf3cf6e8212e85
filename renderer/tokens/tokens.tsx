import { useTranslation } from 'react-i18next';
import { Keep } from '../ui/keep';
import { useView } from '../ui/route';
import { Screen } from '../ui/screen';
import { sectionViews, useSectionViews } from '../ui/section-views';
import { InspectView } from './inspect-view';
import { IssueToken } from './issue-token';
import './presets.css';
import './grants.css';
import './token-form.css';
import './issued.css';
import './inspect.css';

/** The token desk. Each view keeps what was typed in it while the other is shown. */
export function Tokens() {
  const { t } = useTranslation();
  const at = useView('tokens', sectionViews.tokens);
  const views = useSectionViews().tokens;
  return (
    <Screen title={t('sections.tokens')} views={{ section: 'tokens', at, all: views }}>
      <Keep isShown={at === 'issue'}>
        <IssueToken />
      </Keep>
      <Keep isShown={at === 'inspect'}>
        <InspectView />
      </Keep>
    </Screen>
  );
}
