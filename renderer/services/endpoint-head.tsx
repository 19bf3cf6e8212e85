import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EndpointStatus } from '../../main/contract/endpoint';
import { api, unwrap } from '../api';
import { CopyIcon } from '../ui/copy-button';
import { Problem } from '../ui/problem';
import { useProfiles } from '../ui/queries';
import { saveFile } from '../ui/save-file';
import { timesIn } from '../ui/times';

/** Its state, its whole URL, and the server it signs for. */
export function EndpointHead({ status: { state, running } }: { status: EndpointStatus }) {
  const { t, i18n } = useTranslation();
  // As a file: a desktop application opens no page of plain HTTP.
  const save = useMutation({ mutationFn: () => unwrap(api['endpoint.openApi']({})), onSuccess: (file) => saveFile(file) });
  const profiles = useProfiles().data ?? [];
  const time = running ? timesIn(i18n.language).clock(running.startedAt) : '';
  const server = profiles.find(({ id }) => id === running?.profileId)?.name;
  return (
    <>
      <div className="service">
        <span className="service-state" role="status">
          <i className={state === 'running' ? 'dot green' : 'dot'} aria-hidden />
          <b>{t(`endpoint.states.${state}`, { time })}</b>
        </span>
        {running && (
          <TextInput
            aria-label={t('endpoint.url')}
            readOnly
            value={running.url}
            classNames={{ input: 'rk-input mono' }}
            rightSection={<CopyIcon text={running.url} label={t('endpoint.copyUrl')} />}
          />
        )}
      </div>
      {running && (
        <div className="facts">
          <span>{server === undefined ? t('endpoint.serverGone') : t('endpoint.signsFor', { server })}</span>
          <Button size="compact-xs" variant="subtle" loading={save.isPending} onClick={() => save.mutate()}>
            {t('endpoint.openApi')}
          </Button>
        </div>
      )}
      <Problem error={save.error} />
    </>
  );
}
