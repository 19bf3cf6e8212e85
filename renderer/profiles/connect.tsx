import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/problem';
import { ConnectionButtons } from './connection-buttons';
import { ConnectionFields } from './connection-fields';
import { KeepForSession } from './keep-choice';
import { headForTokens, makeOpen } from './open-profile';
import { TestFindings } from './test-findings';
import { useConnectionForm } from './use-connection-form';

/** The form of the first run: tested while it is filled in, and saved even where the test fails. */
export function Connect() {
  const { t } = useTranslation();
  const { form, probe, save, test, testLater, choice, submit } = useConnectionForm(makeOpen);
  const address = useWatch({ control: form.control, name: 'serverUrl' });
  return (
    <form
      aria-label={t('profiles.connect')}
      noValidate
      onSubmit={(event) => {
        headForTokens();
        void submit(event);
      }}
    >
      <h2>{t('profiles.connect')}</h2>
      <ConnectionFields form={form} testLater={testLater} />
      <TestFindings address={address} probe={probe} />
      <KeepForSession choice={choice} />
      <Problem error={save.error} />
      <footer>
        <ConnectionButtons probe={probe} save={save} test={test} choice={choice} />
      </footer>
    </form>
  );
}
