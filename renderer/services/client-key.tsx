import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useTranslation } from 'react-i18next';
import type { EndpointClient } from '../../main/contract/endpoint';
import { CopyButton } from '../ui/copy-button';
import { useHotkeys } from '../ui/hotkeys';
import { Once } from '../ui/kept';
import { Keys } from '../ui/marks';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { CallSnippets } from './call-snippets';
import { ClientRules } from './client-rules';

type Props = {
  client: EndpointClient;
  clientKey: string;
  url: string | null;
  panel: ReturnType<typeof usePanel>;
  onDone: () => void;
  onAnother: () => void;
};

/** The key of a new client, here and once: main keeps its hash alone. */
export function ClientKey({ client, clientKey, url, panel, onDone, onAnother }: Props) {
  const { t } = useTranslation();
  useHotkeys({ 'Mod ↵': onDone });
  return (
    <SidePanel
      panel={panel}
      title={t('endpoint.clientAdded')}
      label={t('endpoint.clientAdded')}
      footer={
        <>
          <span>{t('endpoint.revokeAnyTime')}</span>
          <Button variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAnother}>
            {t('endpoint.addAnother')}
          </Button>
          <Button variant="filled" rightSection={<Keys of="Mod ↵" />} onClick={onDone}>
            {t('ui.done')}
          </Button>
        </>
      }
    >
      <Once title={client.name} why={t('endpoint.keyOnce')}>
        <TextInput aria-label={t('endpoint.clientKey')} readOnly value={clientKey} classNames={{ input: 'rk-input mono' }} />
        <CopyButton text={clientKey} label={t('endpoint.copyKey')} secret />
      </Once>
      <ClientRules client={client} />
      {url ? <CallSnippets url={url} /> : <p className="rk-hint">{t('endpoint.startToTry')}</p>}
    </SidePanel>
  );
}
