import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type EndpointStatus, isLoopbackAddress } from '../../main/contract/endpoint';
import { Finding } from '../ui/marks';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { useFieldError } from '../ui/use-field-error';
import { CallSnippets } from './call-snippets';
import { type EndpointDraft, issueAt } from './use-endpoint';

type Props = { status: EndpointStatus; draft: EndpointDraft; error: Error | null; panel: ReturnType<typeof usePanel> };

/** Where it listens and for which server it signs, to be chosen while it is off; how it is called, while it runs. */
export function EndpointHow({ status, draft: { draft, change, profiles }, error, panel }: Props) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { running, addresses } = status;
  if (running) {
    return (
      <SidePanel panel={panel} title={t('endpoint.howToCall')} label={t('endpoint.howToCall')}>
        <CallSnippets url={running.url} />
        <div className="findings">
          <Finding tone="plain" title={t('endpoint.headless')}>
            <code>npm start -- --token-endpoint</code>
          </Finding>
        </div>
      </SidePanel>
    );
  }
  const choices = [...new Set(['127.0.0.1', ...addresses, '0.0.0.0', draft.address])];
  const label = (address: string) =>
    t(address === '0.0.0.0' ? 'endpoint.allAddresses' : isLoopbackAddress(address) ? 'endpoint.ownOnly' : 'endpoint.exposed', { address });
  return (
    <SidePanel panel={panel} title={t('endpoint.how')} label={t('endpoint.how')}>
      <NativeSelect
        label={t('endpoint.server')}
        description={t('endpoint.serverHint')}
        value={draft.profileId ?? ''}
        onChange={({ currentTarget }) => change({ profileId: currentTarget.value || null })}
        error={fieldError(issueAt(error, 'profileId'))}
        data={[{ value: '', label: t('endpoint.chooseServer') }, ...profiles.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('endpoint.address')}
        value={draft.address}
        onChange={({ currentTarget }) => change({ address: currentTarget.value })}
        error={fieldError(issueAt(error, 'address'))}
        data={choices.map((value) => ({ value, label: label(value) }))}
      />
      <NumberInput
        label={t('endpoint.port')}
        description={t('endpoint.portHint')}
        placeholder={t('endpoint.freePort')}
        value={draft.port ?? ''}
        onChange={(typed) => change({ port: typed === '' ? null : Number(typed) })}
        hideControls
        error={fieldError(issueAt(error, 'port'))}
        classNames={{ input: 'rk-input mono' }}
      />
      <div className="findings">
        {!isLoopbackAddress(draft.address) && (
          <Finding tone="amber" title={t('endpoint.expose.what')}>
            {t('endpoint.expose.plain')}
          </Finding>
        )}
        <Finding tone="plain" title={t('endpoint.ends')}>
          {t('endpoint.endsHint')} <code>npm start -- --token-endpoint</code>
        </Finding>
      </div>
    </SidePanel>
  );
}
