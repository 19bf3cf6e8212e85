import { useTranslation } from 'react-i18next';
import type { RoomAgent } from '../../main/contract/agents';
import { SafeText } from '../ui/safe-text';

/** Who of the room is an agent, whether it was dispatched or came by a token of its own. */
export function PresentAgents({ agents }: { agents: RoomAgent[] }) {
  const { t } = useTranslation();
  return (
    <section className="shelf" aria-label={t('agents.present.title')}>
      <div className="codehead">
        <b>{t('agents.present.title')}</b>
        <span className="count">{agents.length}</span>
      </div>
      <ul className="outputs">
        {agents.length === 0 && <li>{t('agents.present.none')}</li>}
        {agents.map(({ sid, identity, name, agentName }) => (
          <li key={sid}>
            <span className="agent-who">{name && <SafeText text={name} longest={60} />}</span>{' '}
            <code>
              <SafeText text={identity} longest={80} />
            </code>{' '}
            {agentName ? t('agents.present.of', { worker: agentName }) : t('agents.present.own')}
          </li>
        ))}
      </ul>
    </section>
  );
}
