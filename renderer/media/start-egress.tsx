import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import { egressForms, egressMethods } from '../../main/contract/egress-forms';
import { type FormValues, initialValues } from '../../main/contract/form';
import { api, CallError, unwrap } from '../api';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';
import { useReason } from '../ui/reason';
import { safeString } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { EgressSentence } from './egress-sentence';
import { useFieldWords } from './field-words';
import { KeepStorage, KeptStorageRow, lastStoragePath } from './kept-storage';
import { PathPreview } from './path-preview';
import { RequestFailed } from './request-failed';
import { RequestForm } from './request-form';
import { StartProgress } from './start-progress';
import { useStopAfter } from './stop-after';
import { type Method, useEgressStart } from './use-egress-start';
import { useFailureElsewhere } from './use-failure-elsewhere';
import { useRequestForm } from './use-request-form';

const what = { RoomComposite: 'room', Participant: 'participant', TrackComposite: 'trackComposite', Track: 'track', Web: 'web' } as const;
/** As long as main waits for the server's own words. */
const mostSeconds = 30;
/** One set of values for all: what was typed for a room is there for a person, too. */
const start: FormValues = Object.assign({}, ...egressMethods.map((method) => initialValues(egressForms[method])));

/** With what the form begins anew, once for each `no`. */
export type Wanted = { no: number | string; method: Method; values: FormValues };
type Props = { panel: ReturnType<typeof usePanel>; running: Egress[]; wanted: Wanted | null; onShow: (id: string) => void };

/** Starts a recording or a stream: what, as what, where to. */
export function StartEgress({ panel, running, wanted, onShow }: Props) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const readOnly = useReadOnly();
  const [method, setMethod] = useState<Method>('RoomComposite');
  const form = useRequestForm(egressForms[method], start);
  const [begun, setBegun] = useState<Wanted['no']>();
  if (wanted && wanted.no !== begun) {
    setBegun(wanted.no);
    setMethod(wanted.method);
    form.fill(wanted.values);
  }
  const stopAfter = useStopAfter({ needed: false });
  const { reason, isGiven, field: reasonField } = useReason(stopAfter.isSet ? 'dangerous' : 'harmless');
  const storages = useQuery({
    queryKey: ['storages.list', profileId],
    queryFn: () => unwrap(api['storages.list']({ profileId })),
  });
  const sayElsewhere = useFailureElsewhere('egress');
  const asking = useEgressStart({
    asked: () => ({ method, values: form.typed(), reason }),
    onError(error) {
      form.show(error);
      if (error instanceof CallError && error.issues.some(({ path }) => path === 'stopAfterSeconds')) stopAfter.mark('out-of-range');
      sayElsewhere(error);
    },
    onStarted(id) {
      form.forgetSecrets();
      stopAfter.clear();
      onShow(id);
    },
  });
  const isAsking = asking.start.isPending;
  const submit = () => {
    if (isAsking || readOnly || !isGiven) return;
    const stopAfterSeconds = stopAfter.read();
    if (form.read() && stopAfterSeconds !== false) asking.start.mutate(stopAfterSeconds);
  };
  useHotkeys({ 'Mod ↵': submit });
  const words = useFieldWords();
  const kind = String(form.values.storage_kind);
  const kept = storages.data?.find(({ id }) => id === kind);
  const storage = kind === 'worker' ? t('media.egress.start.workerStorage') : kept ? safeString(kept.name, 60) : words.choice(kind);
  const previewOf = (output: 'file' | 'segments' | 'images', path: string) => ({
    [path]: <PathPreview kind={output} path={path} method={method} values={form.values} />,
  });
  const after = {
    ...previewOf('file', method === 'Track' ? 'file.filepath' : 'file_outputs.0.filepath'),
    ...previewOf('segments', 'segment_outputs.0.filename_prefix'),
    ...previewOf('images', 'image_outputs.0.filename_prefix'),
    ...(kept ? { storage_kind: <KeptStorageRow storage={kept} onRemoved={() => form.set('storage_kind', 'worker')} /> } : {}),
    [lastStoragePath(kind) ?? '']: <KeepStorage form={form} onKept={(id) => form.set('storage_kind', id)} />,
  };
  const footer =
    asking.askedAt === null ? (
      <>
        <span>{t('media.egress.start.asks')}</span>
        <Button type="submit" form={form.id} variant="filled" disabled={readOnly || !isGiven} rightSection={<Keys of="Mod ↵" />}>
          {t('media.egress.start.verb')}
        </Button>
      </>
    ) : (
      <StartProgress
        since={asking.askedAt}
        most={mostSeconds}
        label={t('media.egress.start.looking')}
        words={(seconds) => t('media.egress.start.progress', { seconds, most: mostSeconds })}
        onCancel={asking.cancel}
      />
    );
  return (
    <SidePanel panel={panel} label={t('media.egress.start.title')} title={t('media.egress.start.title')} footer={footer}>
      <EgressSentence method={method} values={form.values} running={running} storage={storage} onShow={onShow} />
      <SegmentedControl
        fullWidth
        aria-label={t('media.egress.columns.what')}
        value={method}
        onChange={(chosen) => setMethod(egressMethods.find((one) => one === chosen) ?? method)}
        data={egressMethods.map((value) => ({ value, label: t(`media.egress.what.${what[value]}`) }))}
      />
      <RequestForm
        state={form}
        onSubmit={submit}
        after={after}
        offered={{ storages: (storages.data ?? []).map(({ id, name }) => ({ value: id, label: name })) }}
      >
        {stopAfter.field}
        {reasonField}
        <RequestFailed error={asking.start.error} part="egress" maybe={t('media.egress.start.maybe')} />
      </RequestForm>
    </SidePanel>
  );
}
