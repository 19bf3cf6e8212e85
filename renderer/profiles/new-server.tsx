import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/problem';
import { ScrollPane } from '../ui/scroll-pane';
import { ConnectionButtons } from './connection-buttons';
import { ConnectionFields } from './connection-fields';
import { KeepForSession } from './keep-choice';
import { openProfile } from './open-profile';
import { TestFindings } from './test-findings';
import { useConnectionForm } from './use-connection-form';

/** A further server: tested while it is filled in, as on the first run. */
export function NewServer({ onUnsaved }: { onUnsaved: (isUnsaved: boolean) => void }) {
  const { t } = useTranslation();
  const { form, probe, save, test, testLater, choice, submit } = useConnectionForm((id) => {
    // Said here too: once another server is shown this form is hidden, and the effect below no longer runs.
    onUnsaved(false);
    openProfile(id, 'settings');
  });
  const { isDirty } = form.formState;
  useEffect(() => onUnsaved(isDirty), [isDirty, onUnsaved]);
  const address = useWatch({ control: form.control, name: 'serverUrl' });
  return (
    <form
      className="pane"
      aria-label={t('profiles.servers.newServer')}
      noValidate
      onSubmit={(event) => {
        void submit(event);
      }}
    >
      <ScrollPane className="scroll form close" label={t('profiles.servers.server')}>
        <ConnectionFields form={form} testLater={testLater} />
        <TestFindings address={address} probe={probe} />
        <KeepForSession choice={choice} withFix />
        <Problem error={save.error} />
      </ScrollPane>
      <footer>
        <span className="to-end" />
        <ConnectionButtons probe={probe} save={save} test={test} choice={choice} />
      </footer>
    </form>
  );
}
