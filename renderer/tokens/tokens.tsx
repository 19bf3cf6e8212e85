import { useTranslation } from 'react-i18next';
import { Screen } from '../ui/screen';
import { IssueToken } from './issue-token';
import './tokens.css';

export function Tokens() {
  const { t } = useTranslation();
  return (
    <Screen title={t('sections.tokens')}>
      <IssueToken />
    </Screen>
  );
}
