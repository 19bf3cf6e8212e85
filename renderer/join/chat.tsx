import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SafeText, safeString } from '../ui/safe-text';
import type { Session } from './session';

export function Chat({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const lines = session.chat.lines.use();
  const [typed, setTyped] = useState('');
  const send = useMutation({ mutationFn: session.chat.send, onSuccess: () => setTyped('') });
  const end = useRef<HTMLOListElement>(null);
  const count = lines.length;
  useEffect(() => {
    if (count > 0) end.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
  return (
    <section className="join-chat" aria-label={t('join.chat.title')}>
      <h2>{t('join.chat.title')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <ol className="scroll chat-lines" ref={end} tabIndex={0} aria-label={t('join.chat.lines')} aria-live="polite">
        {lines.map(({ id, from, mine, at, text }) => (
          <li key={id}>
            <b title={safeString(from)}>{mine ? t('join.you') : <SafeText text={from} longest={40} />}</b> <time>{time.format(at)}</time>
            <p>
              <SafeText text={text} longest={4_000} />
            </p>
          </li>
        ))}
        {count === 0 && <li className="rk-hint">{t('join.chat.none')}</li>}
      </ol>
      <form
        className="chat-send"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '' && !send.isPending) send.mutate(typed);
        }}
      >
        <TextInput
          aria-label={t('join.chat.message')}
          placeholder={t('join.chat.message')}
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          error={send.error && t('join.chat.notSent')}
        />
        <Button type="submit">{t('join.chat.send')}</Button>
      </form>
    </section>
  );
}
