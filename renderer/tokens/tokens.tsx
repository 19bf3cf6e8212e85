import { Activity } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../ui/route';
import { Screen, Views } from '../ui/screen';
import { InspectView } from './inspect-view';
import { IssueToken } from './issue-token';
import './tokens.css';

const ids = ['issue', 'inspect'] as const;

/** The token desk. Each view keeps what was typed in it while the other is shown. */
export function Tokens() {
  const { t } = useTranslation();
  const at = useView('tokens', ids);
  const views = ids.map((id) => ({ id, label: t(`tokens.views.${id}`) }));
  return (
    <Screen title={t('sections.tokens')} bar={<Views section="tokens" views={views} at={at} />}>
      <Activity mode={at === 'issue' ? 'visible' : 'hidden'}>
        <IssueToken />
      </Activity>
      <Activity mode={at === 'inspect' ? 'visible' : 'hidden'}>
        <InspectView />
      </Activity>
    </Screen>
  );
}
