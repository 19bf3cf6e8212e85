import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSource, Profile } from '../../main/contract/profiles';
import { api, CallError, unwrap } from '../api';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { ImportChoice } from './import-choice';
import { type Imported, useLastImport } from './last-import';
import { useLkConfig } from './use-lk-config';

type Props = { onImported: (first: Profile) => void; onCancel?: () => void };

/**
 * Servers from lk's config, a .env file or pasted lines: looked at first, then chosen. Pasted text stays in its field alone; what a file
 * holds is not shown at all, since somebody may look on.
 */
export function ImportServers({ onImported, onCancel }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { setLastImport } = useLastImport();
  const lkConfig = useLkConfig();
  const [chosenKind, setKind] = useState<ImportSource['kind']>();
  const kind = chosenKind ?? (lkConfig.data?.entries.length ? 'lk-config' : 'text');
  const text = useRef<HTMLTextAreaElement>(null);
  const content = useRef('');
  const [file, setFile] = useState('');
  const [fileError, setFileError] = useState<Error | null>(null);
  const source = (): ImportSource =>
    kind === 'lk-config' ? { kind } : { kind, text: file ? content.current : (text.current?.value ?? '') };
  const look = useMutation({ mutationFn: () => unwrap(api['profiles.previewImport'](source())), gcTime: 0 });
  const preview = kind === 'lk-config' ? lkConfig.data : look.data;
  const forgetFile = () => {
    content.current = '';
    setFile('');
    setFileError(null);
    look.reset();
  };
  const onDone = (imported: Imported) => {
    setLastImport(imported);
    if (text.current) text.current.value = '';
    forgetFile();
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
          onChange={forgetFile}
        />
        {file && <Finding tone="plain" title={t('profiles.import.fileChosen', { file })} />}
        <div className="end">
          <FileChoice
            onFile={(chosen) => {
              forgetFile();
              if (text.current) text.current.value = '';
              setFile(chosen.name);
            }}
            onText={(read) => {
              content.current = read;
              look.mutate();
            }}
            onError={setFileError}
          />
          <Button loading={look.isPending} onClick={() => look.mutate()}>
            {t('profiles.import.look')}
          </Button>
        </div>
        <Problem error={fileError ?? look.error} />
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

type FileChoiceProps = { onFile: (file: File) => void; onText: (text: string) => void; onError: (error: Error) => void };

function FileChoice({ onFile, onText, onError }: FileChoiceProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const read = (file: File) => {
    onFile(file);
    const values = { file: file.name };
    // It may have been moved or locked since it was chosen.
    const fail = () => onError(new CallError({ ok: false, code: 'file-unreadable', message: `${file.name} cannot be read`, values }));
    file.text().then(onText, fail);
  };
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
          if (file) read(file);
          event.currentTarget.value = '';
        }}
      />
      <Button variant="subtle" onClick={() => input.current?.click()}>
        {t('profiles.import.file')}
      </Button>
    </>
  );
}
