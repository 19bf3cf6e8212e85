import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSource, Profile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { ImportChoice } from './import-choice';
import { type Imported, useLastImport } from './last-import';
import { useLkConfig } from './use-lk-config';

type Props = { onImported: (first: Profile) => void; onCancel?: () => void };

/** Servers from lk's config, a .env file or pasted lines: looked at first, then chosen. Pasted text stays in its field alone. */
export function ImportServers({ onImported, onCancel }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { setLastImport } = useLastImport();
  const lkConfig = useLkConfig();
  const [chosenKind, setKind] = useState<ImportSource['kind']>();
  const kind = chosenKind ?? (lkConfig.data?.entries.length ? 'lk-config' : 'text');
  const text = useRef<HTMLTextAreaElement>(null);
  const source = (): ImportSource => (kind === 'lk-config' ? { kind } : { kind, text: text.current?.value ?? '' });
  const look = useMutation({ mutationFn: () => unwrap(api['profiles.previewImport'](source())), gcTime: 0 });
  const preview = kind === 'lk-config' ? lkConfig.data : look.data;
  const onDone = (imported: Imported) => {
    setLastImport(imported);
    if (text.current) text.current.value = '';
    look.reset();
    void client.invalidateQueries({ queryKey: ['profiles.previewImport'] });
    const [first] = imported.result.imported;
    if (first) onImported(first);
  };
  return (
    <div className="import">
      <h2>{t('profiles.import.title')}</h2>
      <SegmentedControl
        fullWidth
        aria-label={t('profiles.import.from')}
        value={kind}
        onChange={(value) => setKind(value === 'lk-config' ? value : 'text')}
        data={[
          { value: 'lk-config', label: t('profiles.import.lkConfig') },
          { value: 'text', label: t('profiles.import.pasted') },
        ]}
      />
      <div hidden={kind !== 'text'} className="import-text">
        <Textarea
          ref={text}
          label={t('profiles.import.text')}
          description={t('profiles.import.textHint')}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: 'rk-input mono' }}
          onChange={() => look.reset()}
        />
        <div className="end">
          <FileChoice
            onText={(content) => {
              if (text.current) text.current.value = content;
              look.mutate();
            }}
          />
          <Button loading={look.isPending} onClick={() => look.mutate()}>
            {t('profiles.import.look')}
          </Button>
        </div>
        <Problem error={look.error} />
      </div>
      {kind === 'lk-config' && lkConfig.isError && (
        <Finding tone="plain" title={t('profiles.import.noFile')}>
          {t('profiles.import.noFileHint')}
        </Finding>
      )}
      {preview && preview.entries.length > 0 && (
        <ImportChoice
          key={preview.entries.map(({ ref }) => ref).join(' ')}
          preview={preview}
          source={source}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </div>
  );
}

function FileChoice({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="gone"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void file.text().then(onText);
          event.currentTarget.value = '';
        }}
      />
      <Button variant="subtle" onClick={() => input.current?.click()}>
        {t('profiles.import.file')}
      </Button>
    </>
  );
}
