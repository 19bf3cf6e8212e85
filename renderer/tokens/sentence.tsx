import { useTranslation } from 'react-i18next';
import { useOpenProfile } from '../ui/profile';
import { useTimes } from '../ui/times';
import { type Described, describeToken } from './describe-token';
import { Emphasis, place } from './emphasis';

/** What the token lets its holder do, in plain words; what reaches the whole server comes first. */
export function Sentence({ of, until, lifetime, short = false }: { of: Described; until: string; lifetime: number; short?: boolean }) {
  const { t } = useTranslation();
  const times = useTimes();
  const server = useOpenProfile().name;
  const { who, room, joins, role, can, hidden, serverWide } = describeToken(of);
  const wide = times.list(serverWide.map((grant) => t(`tokens.serverWideGrants.${grant}.may`)));
  const abilities = times.list(can.map((ability) => t(`tokens.abilities.${ability}`)));
  const ends = t('tokens.until', { until, lifetime: times.lasting(lifetime) });
  const name = who || t('tokens.sentence.nobody');
  return (
    <>
      {serverWide.length > 0 && (
        <p className="sentence">
          <Emphasis text={t('tokens.sentence.serverWide', { server: place('server'), wide: place('wide') })} values={{ server, wide }} />
        </p>
      )}
      <p className="sentence">
        {joins ? (
          <Emphasis
            text={t(`tokens.sentence.joinsAs.${role}`, { who: place('who'), room: place('room'), ends: place('ends') })}
            values={{ who: name, room: room || t('tokens.sentence.nowhere'), ends }}
          />
        ) : (
          <Emphasis text={t('tokens.sentence.joinsNot', { who: place('who'), ends: place('ends') })} values={{ who: name, ends }} />
        )}
        {!short && (can.length > 0 || hidden) && (
          <span>
            {can.length > 0 && t('tokens.sentence.can', { abilities })}
            {hidden && t('tokens.sentence.hidden')}
          </span>
        )}
      </p>
    </>
  );
}
