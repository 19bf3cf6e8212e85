import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Finding, Keys } from '../ui/marks';
import { safeString } from '../ui/safe-text';
import { useNow } from '../ui/time';
import type { PeopleRun } from './use-people-search';

const namedRooms = 5;

function Seconds({ ms }: { ms: number }) {
  const { t } = useTranslation();
  return <span className="num">{t('people.run.seconds', { seconds: (ms / 1_000).toFixed(1) })}</span>;
}
/** Goes with the search: nothing ticks after it. */
function Running({ since }: { since: number }) {
  return <Seconds ms={Math.max(0, useNow(100) - since)} />;
}

/** How far the search is, and how to stop it. */
export function RunLine({ run, isRunning, onCancel }: { run: PeopleRun; isRunning: boolean; onCancel: () => void }) {
  const { t } = useTranslation();
  const { rooms, read } = run.report ?? run;
  return (
    <div className="run">
      <div
        className="meter"
        role="progressbar"
        aria-label={t('people.run.meter')}
        aria-valuemin={0}
        aria-valuemax={rooms}
        aria-valuenow={read}
      >
        <i style={{ width: `${rooms === 0 ? 0 : (read / rooms) * 100}%` }} />
      </div>
      <span>{t('people.run.read', { read: read.toLocaleString(), rooms: rooms.toLocaleString() })}</span>
      <b>{t('people.run.found', { count: run.hits.size })}</b>
      {run.report ? <Seconds ms={run.report.ms} /> : <Running since={run.startedAt} />}
      {run.report?.cancelled && <span className="amber-word">{t('people.run.cancelled')}</span>}
      {isRunning && (
        <Button size="compact-xs" className="run-end" rightSection={<Keys of="Esc" />} onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      )}
    </div>
  );
}

/** What the search could not see: a missing answer is never an empty room. */
export function RunNotes({ report }: { report: PeopleRun['report'] }) {
  const { t } = useTranslation();
  if (!report || (report.unanswered.length === 0 && !report.capped)) return null;
  const { unanswered, capped, found } = report;
  const rooms = unanswered.slice(0, namedRooms).map(({ room }) => safeString(room, 60));
  return (
    <div className="run-notes" role="status">
      {capped && (
        <Finding tone="amber" title={t('people.capped')}>
          {t('people.cappedWhy', { count: found })}
        </Finding>
      )}
      {unanswered.length > 0 && (
        <Finding tone="amber" title={t('people.unanswered', { count: unanswered.length })}>
          {t('people.unansweredWhy')} {rooms.join(', ')}
          {unanswered.length > namedRooms && ` ${t('people.more', { count: unanswered.length - namedRooms })}`}
        </Finding>
      )}
    </div>
  );
}
