import IconVideoOff from '@tabler/icons-react/icons/IconVideoOff';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Egress, isRunning, type ListedEgress } from '../../main/contract/egress';
import { api, unwrap } from '../api';
import { EmptyState } from '../ui/empty-state';
import { Keys } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { BarActions } from '../ui/screen';
import { PanelButton, usePanel } from '../ui/side-panel';
import { useEgressColumns } from './egress-columns';
import { EgressShelf } from './egress-shelf';
import { MediaPane, MediaTable } from './media-pane';
import { Missing } from './missing';
import { StartEgress } from './start-egress';
import { StopEgress } from './stop-egress';
import { StopLater } from './stop-later';
import { UpdateEgress } from './update-egress';
import { useMediaList } from './use-media-list';
import { useWantedEgress } from './use-wanted-egress';

const filters = {
  all: () => true,
  running: isRunning,
  failed: ({ state }: Egress) => state === 'failed' || state === 'aborted',
};
/** What is being done to one of them. */
type Doing = { what: 'stop' | 'later' | 'layout' | 'stream'; egress: ListedEgress };

/** What records and streams now, and what did in the last 24 hours. */
export function Egresses() {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const list = useMediaList(['egress.list', profileId], () => unwrap(api['egress.list']({ profileId })));
  const [at, setAt] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const panel = usePanel();
  const readOnly = useReadOnly();
  const columns = useEgressColumns(list.data?.egresses.some(({ timer }) => timer) ?? false);
  const [wanted, again] = useWantedEgress();
  if (!list.data) return <Missing part="egress" list={list} />;
  const { egresses: rows, takenAt } = list.data;
  const current = rows.find(({ id }) => id === at);
  const begin = (what: Doing['what'], egress: ListedEgress) => {
    if (readOnly || !isRunning(egress)) return false;
    setDoing({ what, egress });
    return true;
  };
  const beginAgain = (egress: Egress) => {
    again(egress);
    if (!panel.isOpen) panel.toggle();
  };
  const close = () => setDoing(null);
  return (
    <div className="split">
      <BarActions>
        <ReadOnlyMark />
        <PanelButton panel={panel}>{t('media.egress.start.title')}</PanelButton>
      </BarActions>
      <MediaPane
        label={t('media.views.egress')}
        filterLabel={t('media.egress.filter')}
        rows={rows}
        filters={(['all', 'running', 'failed'] as const).map((id) => ({
          id,
          label: t(`media.egress.filters.${id}`),
          holds: filters[id],
        }))}
        textOf={({ id, room, of, outputs }) => [id, room, of, ...outputs.map(({ where }) => where)]}
        takenAt={takenAt}
        error={list.error}
        count={t('media.egress.running', { count: rows.filter(isRunning).length })}
        keys={
          <>
            <Keys of="S" /> {t('media.egress.stop.key')} <Keys of="L" /> {t('media.egress.layout.key')}
          </>
        }
      >
        {({ shown, filter }) => (
          <>
            {rows.length === 0 ? (
              <EmptyState icon={IconVideoOff} title={t('media.egress.empty')}>
                {t('media.egress.emptyWhy')}
              </EmptyState>
            ) : (
              <MediaTable
                label={t('media.egress.table')}
                name="egress"
                sort={{ column: 'start', descending: true }}
                rows={shown}
                columns={columns}
                filter={filter}
                at={at}
                onAt={(egress) => setAt(egress?.id ?? null)}
                isProblem={filters.failed}
                onKey={(key, egress) =>
                  (key === 'S' && begin('stop', egress)) || (key === 'L' && egress.what === 'room' && begin('layout', egress))
                }
              />
            )}
            {current && (
              <EgressShelf egress={current} readOnly={readOnly} onDo={(what) => begin(what, current)} onAgain={() => beginAgain(current)} />
            )}
          </>
        )}
      </MediaPane>
      <StartEgress panel={panel} running={rows.filter(isRunning)} wanted={wanted} onShow={setAt} />
      {doing?.what === 'stop' && <StopEgress key={doing.egress.id} egress={doing.egress} onClose={close} />}
      {doing?.what === 'later' && <StopLater egress={doing.egress} onClose={close} />}
      {(doing?.what === 'layout' || doing?.what === 'stream') && <UpdateEgress egress={doing.egress} what={doing.what} onClose={close} />}
    </div>
  );
}
