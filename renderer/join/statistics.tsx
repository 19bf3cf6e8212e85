import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../ui/save-file';
import { ScrollPane } from '../ui/scroll-pane';
import { ConnectionFacts, MomentLines, Waterfall } from './connection-facts';
import { useFigures } from './figures';
import { Plot } from './plot';
import type { Session } from './session';
import { recordOf, stayOf } from './session-record';
import { statisticsCsv, statisticsJson } from './stats-export';
import { TrackFiguresTable } from './track-figures';
import './statistics.css';

/** Above these, people notice. */
const limits = { loss: 0.03, rttMs: 200 };
const breaks = ['reconnecting', 'signalReconnecting'];

/** What the connection is made of, as numbers, while it lasts and after it. */
export function Statistics({ session }: { session: Session }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const record = recordOf(session);
  const samples = record.samples.use();
  const moments = record.moments.use();
  const steps = session.marks.use();
  const last = samples.at(-1);
  const marks = moments.filter(({ what }) => breaks.includes(what)).map(({ at }) => samples.findIndex((sample) => sample.at >= at));
  const { rate, percent, milliseconds } = figures;
  return (
    <section className="statistics" aria-label={t('statistics.title')}>
      <ScrollPane className="scroll" label={t('statistics.figures')}>
        <div className="plots">
          <Plot
            label={t('statistics.sending')}
            value={rate(last?.sentBitrate)}
            points={samples.map((one) => one.sentBitrate)}
            marks={marks}
          />
          <Plot
            label={t('statistics.receiving')}
            value={rate(last?.receivedBitrate)}
            points={samples.map((one) => one.receivedBitrate)}
            marks={marks}
          />
          <Plot
            label={t('statistics.lost')}
            value={`${percent(last?.receivedLoss)} %`}
            points={samples.map((one) => one.receivedLoss)}
            limit={limits.loss}
            marks={marks}
          />
          <Plot
            label={t('statistics.roundTrip')}
            value={milliseconds(last?.rttMs)}
            points={samples.map((one) => one.rttMs)}
            limit={limits.rttMs}
            marks={marks}
          />
        </div>
        <h2>{t('statistics.tracks')}</h2>
        <TrackFiguresTable tracks={last?.tracks ?? []} limit={limits.loss} />
        <h2>{t('statistics.connection')}</h2>
        <ConnectionFacts session={session} last={last} />
        <h2>{t('statistics.timeline')}</h2>
        <Waterfall marks={steps} />
        <MomentLines moments={moments} />
      </ScrollPane>
      <Export session={session} />
    </section>
  );
}

function Export({ session }: { session: Session }) {
  const { t } = useTranslation();
  const name = () => `statistics-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`;
  return (
    <footer className="side-end">
      <span className="rk-hint">{t('statistics.kept')}</span>
      <Button size="compact-xs" onClick={() => saveFile({ filename: `${name()}.csv`, text: statisticsCsv(stayOf(session)) })}>
        {t('statistics.saveCsv')}
      </Button>
      <Button size="compact-xs" onClick={() => saveFile({ filename: `${name()}.json`, text: statisticsJson(stayOf(session)) })}>
        {t('statistics.saveJson')}
      </Button>
    </footer>
  );
}
