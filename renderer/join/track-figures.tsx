import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';
import { useFigures } from './figures';
import type { TrackFigures } from './stats-model';

/** One line per track. What does not fit into a line is in its title. */
export function TrackFiguresTable({ tracks, limit }: { tracks: readonly TrackFigures[]; limit: number }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const details = useDetails();
  if (tracks.length === 0) return <p className="rk-hint">{t('statistics.noTracks')}</p>;
  return (
    <table className="figures-table" aria-label={t('statistics.tracks')}>
      <thead>
        <tr>
          <th scope="col">{t('statistics.track')}</th>
          <th scope="col">{t('statistics.picture')}</th>
          <th scope="col">{t('statistics.codec')}</th>
          <th scope="col" className="num">
            Mb/s
          </th>
          <th scope="col" className="num">
            {t('statistics.lostShort')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tracks.map((track) => (
          <tr key={`${track.direction} ${track.sid}`}>
            <th scope="row">
              <SafeText text={track.direction === 'sent' ? t('statistics.own', { source: track.source }) : track.identity} longest={40} />
              <small>{details(track)}</small>
            </th>
            <td>{pictureOf(track)}</td>
            <td>{track.codec ?? '–'}</td>
            <td className="num">{figures.megabits(track.bitrate)}</td>
            <td className={(track.loss ?? 0) > limit ? 'num amber' : 'num'}>{figures.percent(track.loss)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const pictureOf = ({ kind, height, framesPerSecond, source }: TrackFigures) =>
  kind === 'audio' ? source : `${height ?? '–'}p${Math.round(framesPerSecond ?? 0)}`;

function useDetails() {
  const { t } = useTranslation();
  const { milliseconds } = useFigures();
  return ({ jitterMs, rttMs, frames, layers, limitation }: TrackFigures) =>
    [
      jitterMs !== null && t('statistics.jitter', { ms: milliseconds(jitterMs) }),
      rttMs !== null && t('statistics.rtt', { ms: milliseconds(rttMs) }),
      frames !== null && t('statistics.frames', { count: frames }),
      layers !== null && t('statistics.layers', { count: layers }),
      limitation && t('statistics.limitedBy', { what: limitation }),
    ]
      .filter(Boolean)
      .join(' · ');
}
