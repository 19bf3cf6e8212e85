import { Trans, useTranslation } from 'react-i18next';
import { useOpenProfile } from '../ui/profile';
import { type Described, describeToken } from './describe-token';
import { useTimes } from './times';

/** What the token lets its holder do, in plain words; what reaches the whole server comes first. */
export function Sentence({ of, until, lifetime, short = false }: { of: Described; until: string; lifetime: number; short?: boolean }) {
  const { t } = useTranslation();
  const times = useTimes();
  const server = useOpenProfile().name;
  const { who, room, joins, role, can, hidden, serverWide } = describeToken(of);
  const wide = times.list(serverWide.map((grant) => t(`tokens.serverWideGrants.${grant}.may`)));
  const abilities = times.list(can.map((ability) => t(`tokens.abilities.${ability}`)));
  const ends = t('tokens.until', { until, lifetime: times.lasting(lifetime) });
  // Names are other people's text: escaped for Trans, which reads tags, and taken back by shouldUnescape.
  const words = {
    shouldUnescape: true,
    tOptions: { interpolation: { escapeValue: true } },
    components: { b: <b />, bad: <b className="bad" /> },
  };
  return (
    <>
      {serverWide.length > 0 && (
        <p className="sentence">
          <Trans i18nKey="tokens.sentence.serverWide" values={{ server, wide }} {...words} />
        </p>
      )}
      <p className="sentence">
        {joins ? (
          <Trans
            i18nKey={`tokens.sentence.joinsAs.${role}`}
            values={{
              who: who || t('tokens.sentence.nobody'),
              room: room || t('tokens.sentence.nowhere'),
              ends,
            }}
            {...words}
          />
        ) : (
          <Trans i18nKey="tokens.sentence.joinsNot" values={{ who: who || t('tokens.sentence.nobody'), ends }} {...words} />
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
