import { Button } from '@mantine/core';
import IconBroadcast from '@tabler/icons-react/icons/IconBroadcast';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ingress } from '../../main/contract/ingress';
import { api, unwrap } from '../api';
import { EmptyState } from '../ui/empty-state';
import { Keys } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { BarActions } from '../ui/screen';
import { usePanel } from '../ui/side-panel';
import { DeleteIngress } from './delete-ingress';
import { useIngressColumns } from './ingress-columns';
import { IngressPanel, NewIngressPanel } from './ingress-panel';
import { MediaPane, MediaTable } from './media-pane';
import { Missing } from './missing';
import { useMediaList } from './use-media-list';

const filters = {
  all: () => true,
  live: ({ state }: Ingress) => state === 'publishing',
  failed: ({ state }: Ingress) => state === 'error',
};

/** Streams that come into rooms from encoders and addresses. */
export function Ingresses() {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const list = useMediaList(['ingress.list', profileId], () => unwrap(api['ingress.list']({ profileId })));
  const [at, setAt] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Ingress | null>(null);
  const panel = usePanel();
  const readOnly = useReadOnly();
  const columns = useIngressColumns();
  if (!list.data) return <Missing part="ingress" list={list} />;
  const { ingresses: rows, takenAt } = list.data;
  const current = rows.find(({ id }) => id === at);
  const begin = () => {
    setAt(null);
    if (!panel.isOpen) panel.toggle();
  };
  return (
    <div className="split">
      <BarActions>
        <ReadOnlyMark />
        <Button disabled={readOnly} ref={panel.opener} leftSection={<IconPlus size={14} aria-hidden />} onClick={begin}>
          {t('media.ingress.create')}
        </Button>
      </BarActions>
      <MediaPane
        label={t('media.views.ingress')}
        filterLabel={t('media.ingress.filter')}
        rows={rows}
        filters={(['all', 'live', 'failed'] as const).map((id) => ({ id, label: t(`media.ingress.filters.${id}`), holds: filters[id] }))}
        textOf={({ id, name, room, identity, url }) => [id, name, room, identity, url]}
        takenAt={takenAt}
        error={list.error}
        count={t('media.ingress.count', { count: rows.length })}
        keys={
          <>
            <Keys of="⌫" /> {t('media.delete')}
          </>
        }
      >
        {({ shown, filter }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconBroadcast} title={t('media.ingress.empty')}>
              {t('media.ingress.emptyWhy')}
            </EmptyState>
          ) : (
            <MediaTable
              label={t('media.ingress.table')}
              name="ingress"
              sort={{ column: 'name', descending: false }}
              rows={shown}
              columns={columns}
              filter={filter}
              at={at}
              onAt={(ingress) => setAt(ingress?.id ?? null)}
              onKey={(key, ingress) => {
                if (key !== '⌫' || readOnly) return false;
                setDeleting(ingress);
                return true;
              }}
            />
          )
        }
      </MediaPane>
      {current ? (
        <IngressPanel key={current.id} ingress={current} panel={panel} onDelete={() => setDeleting(current)} />
      ) : (
        <NewIngressPanel panel={panel} onMade={setAt} />
      )}
      {deleting && <DeleteIngress key={deleting.id} ingress={deleting} onClose={() => setDeleting(null)} />}
    </div>
  );
}
