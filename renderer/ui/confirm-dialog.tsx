import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { useHotkeys } from './hotkeys';
import { Keys } from './marks';
import { Problem } from './problem';
import { ScrollPane } from './scroll-pane';

type Confirm = {
  /** A question about the object: "Remove Dmitri Volkov?" */
  question: string;
  /** What happens, in a sentence. */
  what?: ReactNode;
  /** What also follows, and what it does not do. */
  consequences?: ReactNode[];
  /** What it reaches, by name. */
  targets?: string[];
  /** Verb and count: "Remove 3 people". */
  verb: string;
  /** Must be typed before it can be done. */
  typed?: string;
  reason?: 'optional' | 'required';
  /** Beside the buttons. */
  aside?: ReactNode;
  /** What can be chosen with it. */
  children?: ReactNode;
  pending?: boolean;
  error?: Error | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks before what cannot be undone. Mount it to open it. Cancel has the focus, and Enter alone never confirms. */
export function ConfirmDialog({ onClose, ...confirm }: Confirm) {
  return (
    <Dialog label={confirm.question} size={460} onClose={onClose}>
      <Body onClose={onClose} {...confirm} />
    </Dialog>
  );
}

function Body({
  question,
  what,
  consequences = [],
  targets = [],
  verb,
  typed,
  reason,
  aside,
  children,
  pending = false,
  error = null,
  onConfirm,
  onClose,
}: Confirm) {
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const [repeated, setRepeated] = useState('');
  const isReady = (!typed || repeated.trim() === typed) && (reason !== 'required' || why.trim() !== '') && !pending;
  const confirm = () => isReady && onConfirm(why.trim());
  useHotkeys({ 'Mod ↵': confirm }, { inDialog: true });
  const withoutEnter = (event: KeyboardEvent) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault();
  return (
    <div className="dialog">
      <h2>{question}</h2>
      {what && <p>{what}</p>}
      {consequences.length > 0 && (
        <ul>
          {consequences.map((consequence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
            <li key={at}>{consequence}</li>
          ))}
        </ul>
      )}
      {targets.length > 0 && (
        <ScrollPane className="targets" label={t('ui.reached')}>
          {targets.map((target) => (
            <div key={target}>{target}</div>
          ))}
        </ScrollPane>
      )}
      {typed && (
        <TextInput label={t('ui.typeToConfirm', { text: typed })} value={repeated} onChange={({ target }) => setRepeated(target.value)} />
      )}
      {children}
      {reason && (
        <TextInput
          label={t('ui.reason')}
          placeholder={reason === 'optional' ? t('ui.optional') : ''}
          required={reason === 'required'}
          withAsterisk={false}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      )}
      <Problem error={error} />
      <footer>
        <span>
          <Keys of="Esc" /> {aside}
        </span>
        <Button data-autofocus onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button
          variant="filled"
          color="red"
          disabled={!isReady && !pending}
          loading={pending}
          rightSection={<Keys of="Mod ↵" />}
          onKeyDown={withoutEnter}
          onClick={confirm}
        >
          {verb}
        </Button>
      </footer>
    </div>
  );
}
