import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type EndpointClient, identityRules } from '../../main/contract/endpoint';
import { Choice } from '../ui/choice';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { usePresetName, usePresets } from '../ui/presets';
import { Problem } from '../ui/problem';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { useFieldError } from '../ui/use-field-error';
import { BackendCode } from './backend-code';
import { EndClient } from './end-client';
import { type SavedClient, useClientForm } from './use-client-form';
import { issueAt } from './use-endpoint';

type Props = {
  /** Null: a new one. */
  client: EndpointClient | null;
  panel: ReturnType<typeof usePanel>;
  onClose: () => void;
  onSaved: (saved: SavedClient) => void;
};

/** Who the client is and by which rules it gets tokens. Only the name is needed. */
export function ClientForm({ client, panel, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const presets = (usePresets().data ?? []).filter(({ grants }) => grants.roomJoin);
  const fieldError = useFieldError();
  const { typed, change, save, submit } = useClientForm(client, onSaved);
  const at = (field: string) => fieldError(issueAt(save.error, field));
  const title = t(client ? 'endpoint.client' : 'endpoint.newClient');
  useHotkeys({ 'Mod ↵': submit });
  if (client?.revokedAt) return <EndClient client={client} panel={panel} onClose={onClose} />;
  const footer = (
    <>
      <span />
      <Button onClick={onClose}>{t('ui.cancel')}</Button>
      <Button variant="filled" loading={save.isPending} rightSection={<Keys of="Mod ↵" />} onClick={submit}>
        {t('endpoint.save')}
      </Button>
    </>
  );
  return (
    <SidePanel panel={panel} title={title} label={title} footer={footer}>
      <TextInput
        label={t('endpoint.fields.name')}
        value={typed.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        onKeyDown={({ key }) => key === 'Enter' && submit()}
        error={at('name')}
        data-autofocus
      />
      <div className="two">
        <NativeSelect
          label={t('endpoint.fields.preset')}
          value={typed.presetId}
          onChange={({ currentTarget }) => change({ presetId: currentTarget.value })}
          error={at('presetId')}
          data={presets.map((preset) => ({ value: preset.id, label: presetName(preset) }))}
        />
        <TextInput
          label={t('endpoint.fields.longest')}
          value={typed.longest}
          onChange={({ currentTarget }) => change({ longest: currentTarget.value })}
          error={at('longestLifetimeSeconds')}
        />
      </div>
      <TextInput
        label={t('endpoint.fields.rooms')}
        description={t('endpoint.fields.roomsHint')}
        placeholder={t('endpoint.anyRoom')}
        value={typed.rooms}
        onChange={({ currentTarget }) => change({ rooms: currentTarget.value })}
        error={at('rooms')}
        classNames={{ input: 'rk-input mono' }}
      />
      <Choice
        label={t('endpoint.fields.identity')}
        value={typed.identityRule}
        onChange={(identityRule) => change({ identityRule })}
        options={identityRules.map((value) => ({ value, label: t(`endpoint.rules.${value}`) }))}
      />
      {typed.identityRule !== 'as-given' && (
        <TextInput
          label={t(typed.identityRule === 'prefixed' ? 'endpoint.fields.prefix' : 'endpoint.fields.fixed')}
          value={typed.identity}
          onChange={({ currentTarget }) => change({ identity: currentTarget.value })}
          error={at('identity')}
          classNames={{ input: 'rk-input mono' }}
        />
      )}
      <NumberInput
        label={t('endpoint.fields.perMinute')}
        value={typed.perMinute}
        onChange={(perMinute) => change({ perMinute })}
        hideControls
        error={at('perMinute')}
      />
      <TextInput
        label={t('endpoint.fields.origins')}
        description={t('endpoint.fields.originsHint')}
        placeholder={t('endpoint.fields.noOrigins')}
        value={typed.origins}
        onChange={({ currentTarget }) => change({ origins: currentTarget.value })}
        error={at('origins')}
        classNames={{ input: 'rk-input mono' }}
      />
      <Problem error={save.error} />
      {client ? <BackendCode client={client} /> : <p className="rk-hint">{t('endpoint.backendAfter')}</p>}
      {client && <EndClient client={client} onClose={onClose} />}
    </SidePanel>
  );
}
