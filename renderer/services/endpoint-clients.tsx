import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useTranslation } from 'react-i18next';
import type { EndpointClient } from '../../main/contract/endpoint';
import { formatLifetime } from '../../main/contract/lifetime';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { usePresetName, usePresets } from '../ui/presets';
import { SafeText } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';
import { useAge, useNow } from '../ui/time';
import { useEndpointAnswers } from './use-endpoint';

const heads = ['name', 'preset', 'rooms', 'identity', 'longest', 'rate', 'used'] as const;
type Props = { clients: EndpointClient[]; onOpen: (client: EndpointClient | null) => void };

/** Who may ask, and by which rules. */
export function EndpointClients({ clients, onOpen }: Props) {
  const { t } = useTranslation();
  const active = clients.filter(({ revokedAt }) => revokedAt === null).length;
  const add = () => onOpen(null);
  useHotkeys({ C: add });
  return (
    <>
      <div className="heading">
        <h2>{t('endpoint.clients')}</h2>
        <span>{clients.length > 0 && t('endpoint.mayAsk', { active, count: clients.length })}</span>
        <Button leftSection={<IconPlus size={14} aria-hidden />} rightSection={<Keys of="C" />} onClick={add}>
          {t('endpoint.addClient')}
        </Button>
      </div>
      {clients.length === 0 ? (
        <p className="rk-hint beside">
          {t('endpoint.noClients')} {t('endpoint.backendNeeds')}
        </p>
      ) : (
        <ScrollPane className="scroll upper" label={t('table.scrolls', { label: t('endpoint.clients') })}>
          <table className="table" aria-label={t('endpoint.clients')}>
            <colgroup>
              {heads.map((head) => (
                <col key={head} className={`col-${head}`} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} className={head === 'rate' || head === 'used' ? 'num' : undefined}>
                    {t(`endpoint.columns.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {clients.map((client) => (
                <ClientRow key={client.id} client={client} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </ScrollPane>
      )}
    </>
  );
}

function ClientRow({ client, onOpen }: { client: EndpointClient; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const age = useAge();
  const now = useNow(10_000);
  const preset = usePresets().data?.find(({ id }) => id === client.presetId);
  const usedAt = useEndpointAnswers().data?.used[client.id] ?? client.lastUsedAt;
  const used = usedAt === null ? t('endpoint.never') : t('endpoint.ago', { age: age(now - Date.parse(usedAt)) });
  return (
    <tr className={client.revokedAt ? 'faint' : undefined}>
      <td>
        <button type="button" className="link" onClick={() => onOpen(client)}>
          <SafeText text={client.name} longest={40} />
        </button>
      </td>
      <td>{preset ? presetName(preset) : <span className="bad">{t('endpoint.presetGone')}</span>}</td>
      <td>{client.rooms.length > 0 ? <code>{client.rooms.join(', ')}</code> : t('endpoint.anyRoom')}</td>
      <td>
        {t(`endpoint.rules.${client.identityRule}`)} {client.identity && <code>{client.identity}</code>}
      </td>
      <td>{formatLifetime(client.longestLifetimeSeconds)}</td>
      <td className="num">{t('endpoint.perMinuteShort', { count: client.perMinute })}</td>
      <td className="num">{client.revokedAt ? t('endpoint.revoked') : used}</td>
    </tr>
  );
}
