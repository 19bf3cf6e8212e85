import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { ScrollPane } from '../ui/scroll-pane';
import { ImportServers } from './import-servers';

export function ImportPane(props: { onImported: (first: Profile) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="pane">
      <ScrollPane className="scroll form close" label={t('profiles.import.title')}>
        <ImportServers {...props} />
      </ScrollPane>
    </div>
  );
}
