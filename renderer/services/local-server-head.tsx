import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalServerStatus } from '../../main/contract/local-server';
import { openProfile } from '../profiles/open-profile';
import { CopyIcon } from '../ui/copy-button';
import { useRoute } from '../ui/route';
import { timesIn } from '../ui/times';

/** Its state, its address, and the way to its tokens. */
export function LocalServerHead({ status: { state, running, found, note } }: { status: LocalServerStatus }) {
  const { t, i18n } = useTranslation();
  const { section } = useRoute();
  const time = running ? timesIn(i18n.language).clock(running.startedAt) : '';
  return (
    <>
      <div className="service">
        <span className="service-state" role="status">
          <i className={state === 'running' ? 'dot green' : 'dot'} aria-hidden />
          <b className={state === 'failed' ? 'bad' : undefined}>{t(`services.states.${state}`, { time })}</b>
        </span>
        {/* The section stays while another is shown, and Settings has a field of this name. */}
        {running && section === 'services' && (
          <>
            <TextInput
              aria-label={t('services.address')}
              readOnly
              value={running.url}
              classNames={{ input: 'rk-input mono' }}
              rightSection={<CopyIcon text={running.url} label={t('services.copyAddress')} />}
            />
            <Button onClick={() => openProfile(running.profileId)}>{t('services.openProfile')}</Button>
          </>
        )}
      </div>
      {(found || note) && (
        <div className="facts">
          {state === 'failed' && note && <span className="bad">{note}</span>}
          {found && (
            <span className="mono">
              {running
                ? t('services.process', { version: `livekit-server ${found.version}`, pid: running.pid })
                : `livekit-server ${found.version}`}
            </span>
          )}
        </div>
      )}
    </>
  );
}
