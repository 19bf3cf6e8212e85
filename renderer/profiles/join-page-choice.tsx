import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { meetJoinPage } from '../../main/contract/join-page';
import { Choice } from '../ui/choice';
import { useFieldError } from '../ui/use-field-error';
import { JoinPageHint } from './join-page-hint';
import type { ServerFormState } from './server-choices';

const meetOf = (host: string) => meetJoinPage.replace('meet.livekit.io', host);
/** The host where this is a Meet's page of one's own. */
const meetHost = (page: string) => {
  const host = URL.parse(page)?.host ?? '';
  return page === meetOf(host) ? host : '';
};
/** People paste addresses. */
const hostIn = (typed: string) =>
  typed
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
const pages = ['meet', 'own-meet', 'own'] as const;
type Page = (typeof pages)[number];
const pageOf = (page: string): Page => (page === meetJoinPage ? 'meet' : meetHost(page) ? 'own-meet' : 'own');

/** The page that join links open: LiveKit's Meet, a Meet on a host of one's own, or any page with both places in it. */
export function JoinPageChoice({ form }: { form: ServerFormState }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const joinPage = useWatch({ control: form.control, name: 'joinPage' });
  const [picked, pick] = useState<Page>();
  const [host, setHost] = useState(() => (joinPage === meetJoinPage ? '' : meetHost(joinPage)));
  const shown = picked ?? pageOf(joinPage);
  const fill = (page: string) => form.setValue('joinPage', page, { shouldDirty: true, shouldValidate: true });
  const change = (value: Page) => {
    pick(value);
    if (value === 'meet') fill(meetJoinPage);
  };
  return (
    <div>
      <Choice
        isNarrow
        label={t('profiles.servers.joinPageOf')}
        value={shown}
        onChange={change}
        options={pages.map((value) => ({ value, label: t(`profiles.servers.joinPages.${value}`) }))}
      />
      {shown === 'own-meet' && (
        <TextInput
          label={t('profiles.servers.meetHost')}
          placeholder="meet.example.com"
          autoComplete="off"
          spellCheck={false}
          value={host}
          onChange={({ currentTarget }) => {
            setHost(currentTarget.value);
            fill(meetOf(hostIn(currentTarget.value)));
          }}
        />
      )}
      <TextInput
        label={t('profiles.servers.joinPage')}
        description={<JoinPageHint form={form} />}
        error={fieldError(form.formState.errors.joinPage)}
        classNames={{ input: 'rk-input mono' }}
        autoComplete="off"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.register('joinPage')}
      />
    </div>
  );
}
