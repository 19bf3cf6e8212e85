import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { ImportServers } from './import-servers';

export function ImportPane(props: { onImported: (first: Profile) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="scroll form close" tabIndex={0} aria-label={t('profiles.import.title')}>
        <ImportServers {...props} />
      </section>
    </div>
  );
}
