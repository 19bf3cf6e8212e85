import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys } from '../ui/marks';
import type { ConnectionForm } from './use-connection-form';

/** Test what stands in the form, or save it: the button says where the secret will be kept. */
export function ConnectionButtons({ probe, save, test, choice }: Pick<ConnectionForm, 'probe' | 'save' | 'test' | 'choice'>) {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={test} loading={probe.isPending}>
        {t(probe.isIdle ? 'profiles.test' : 'profiles.testAgain')}
      </Button>
      <Button type="submit" variant="filled" loading={save.isPending} rightSection={<Keys of="Mod ↵" />}>
        {t(choice.keep === 'session' ? 'profiles.saveForSession' : 'profiles.save')}
      </Button>
    </>
  );
}
