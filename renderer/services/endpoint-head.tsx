import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EndpointStatus } from '../../main/contract/endpoint';
import { CopyIcon } from '../ui/copy-button';
import { useProfiles } from '../ui/queries';

/** Its state, its whole URL, and the server it signs for. */
export function EndpointHead({ status: { state, running } }: { status: EndpointStatus }) {
  const { t, i18n } = useTranslation();
  const profiles = useProfiles().data ?? [];
  const time = running ? new Date(running.startedAt).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' }) : '';
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
          <a className="mono" href={running.openApi} target="_blank" rel="noreferrer">
            OpenAPI
          </a>
        </div>
      )}
    </>
  );
}
