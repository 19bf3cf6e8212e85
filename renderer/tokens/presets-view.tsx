import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../main/contract/tokens';
import { api, unwrap } from '../api';
import { usePresetName, usePresets } from '../ui/presets';
import { Problem } from '../ui/problem';
import { saveFile } from '../ui/save-file';
import { BarActions } from '../ui/screen';
import { toast } from '../ui/toasts';
import { PresetDetails } from './preset-details';
import './presets.css';
import './grants.css';
import './token-form.css';
import './issued.css';
import './inspect.css';

/** Settings → Presets: the built-in presets and one's own. */
export function PresetsView() {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const presets = usePresets();
  const [chosen, choose] = useState<string>();
  if (!presets.isSuccess) return <Problem error={presets.error} />;
  const own = presets.data.filter(({ builtin }) => !builtin);
  const builtin = presets.data.filter((preset) => preset.builtin);
  const shown = presets.data.find(({ id }) => id === chosen) ?? own[0] ?? builtin[0];
  const line = (preset: Preset) => (
    <button key={preset.id} type="button" aria-current={preset === shown || undefined} onClick={() => choose(preset.id)}>
      <b>{presetName(preset)}</b>
    </button>
  );
  return (
    <div className="split listed">
      <nav className="server-list" aria-label={t('settings.views.presets')}>
        <h2 className="list-head">{t('tokens.presets.own')}</h2>
        {own.length > 0 ? own.map(line) : <p className="rk-hint list-note">{t('tokens.presets.none')}</p>}
        <h2 className="list-head">{t('tokens.presets.builtin')}</h2>
        {builtin.map(line)}
      </nav>
      {shown && <PresetDetails key={shown.id} preset={shown} />}
      <FileActions hasOwn={own.length > 0} onImported={([first]) => first && choose(first.id)} />
    </div>
  );
}

function FileActions({ hasOwn, onImported }: { hasOwn: boolean; onImported: (presets: Preset[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const read = useMutation({
    mutationFn: async (file: File) => unwrap(api['presets.import']({ text: await file.text() })),
    onSuccess: (imported) => {
      toast(t('tokens.presets.imported', { count: imported.length }));
      onImported(imported);
    },
  });
  const write = useMutation({
    mutationFn: () => unwrap(api['presets.export']({ ids: [] })),
    onSuccess: saveFile,
  });
  return (
    <BarActions>
      <Problem error={read.error ?? write.error} />
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('tokens.presets.file')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) read.mutate(file);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <Button loading={read.isPending} onClick={() => input.current?.click()}>
        {t('tokens.presets.import')}
      </Button>
      <Button disabled={!hasOwn} loading={write.isPending} onClick={() => write.mutate()}>
        {t('tokens.presets.export')}
      </Button>
    </BarActions>
  );
}
