import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';
import { timesIn } from '../ui/times';
import type { Session } from './session';

/** Messages, remote calls and one's own attributes, in and out. */
export function MessagesView({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <ScrollPane className="scroll join-data" label={t('join.side.data')}>
      <SendData session={session} />
      <CallMethod session={session} />
      <AnswerMethod session={session} />
      <Attributes session={session} />
      <DataLines session={session} />
    </ScrollPane>
  );
}

function Form({
  title,
  verb,
  onSubmit,
  children,
  error,
}: {
  title: string;
  verb: string;
  onSubmit: () => void;
  children: ReactNode;
  error?: Error | null;
}) {
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2>{title}</h2>
      {children}
      <Button type="submit" size="compact-xs">
        {verb}
      </Button>
      {error && (
        <p className="red" role="alert">
          <SafeText text={error.message} />
        </p>
      )}
    </form>
  );
}

/** A field of one of the forms: its label and what is typed. */
function useText(label: string, first = '') {
  const [value, setValue] = useState(first);
  return {
    value,
    field: <TextInput label={label} value={value} autoComplete="off" onChange={({ currentTarget }) => setValue(currentTarget.value)} />,
  };
}

function SendData({ session: { data } }: { session: Session }) {
  const { t } = useTranslation();
  const topic = useText(t('join.data.topic'));
  const to = useText(t('join.data.to'));
  const text = useText(t('join.data.payload'));
  const [reliable, setReliable] = useState(true);
  const send = useMutation({ mutationFn: () => data.send(topic.value, text.value, to.value, reliable) });
  return (
    <Form title={t('join.data.send')} verb={t('join.data.sendVerb')} onSubmit={send.mutate} error={send.error}>
      {topic.field}
      {to.field}
      {text.field}
      <Checkbox label={t('join.data.reliable')} checked={reliable} onChange={({ currentTarget }) => setReliable(currentTarget.checked)} />
    </Form>
  );
}

function CallMethod({ session: { data } }: { session: Session }) {
  const { t } = useTranslation();
  const to = useText(t('join.identity'));
  const method = useText(t('join.data.method'));
  const payload = useText(t('join.data.payload'));
  const call = useMutation({ mutationFn: () => data.call(to.value, method.value, payload.value) });
  return (
    <Form title={t('join.data.call')} verb={t('join.data.callVerb')} onSubmit={call.mutate} error={call.error}>
      {to.field}
      {method.field}
      {payload.field}
      {call.data !== undefined && (
        <output>
          <SafeText text={call.data} longest={1_000} />
        </output>
      )}
    </Form>
  );
}

function AnswerMethod({ session: { data } }: { session: Session }) {
  const { t } = useTranslation();
  const method = useText(t('join.data.method'));
  const reply = useText(t('join.data.reply'));
  const answered = data.answered.use();
  return (
    <Form
      title={t('join.data.answer')}
      verb={t('join.data.answerVerb')}
      onSubmit={() => method.value && data.answer(method.value, reply.value)}
    >
      {method.field}
      {reply.field}
      {answered.length > 0 && <p className="rk-hint">{t('join.data.answers', { methods: answered.join(', ') })}</p>}
    </Form>
  );
}

function Attributes({ session: { room, shown } }: { session: Session }) {
  const { t } = useTranslation();
  const name = useText(t('join.data.name'));
  const value = useText(t('join.data.value'));
  const set = useMutation({ mutationFn: () => room.localParticipant.setAttributes({ [name.value]: value.value }) });
  const people = shown.use().people.filter(({ attributes }) => Object.keys(attributes).length > 0);
  return (
    <Form title={t('join.data.attributes')} verb={t('join.data.set')} onSubmit={set.mutate} error={set.error}>
      {name.field}
      {value.field}
      <dl className="pairs">
        {people.flatMap(({ identity, attributes }) =>
          Object.entries(attributes).map(([key, said]) => (
            <div key={`${identity} ${key}`}>
              <dt>
                <SafeText text={`${identity} · ${key}`} longest={60} />
              </dt>
              <dd>
                <SafeText text={said} longest={200} />
              </dd>
            </div>
          )),
        )}
      </dl>
    </Form>
  );
}

function DataLines({ session: { data } }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const time = timesIn(i18n.language);
  return (
    <ol className="data-lines" aria-label={t('join.data.lines')}>
      {data.lines
        .use()
        .toReversed()
        .map(({ id, at, kind, mine, who, topic, text }) => (
          <li key={id}>
            <time>{time.exactClock(at)}</time> {t(`join.data.${kind}${mine ? 'Out' : 'In'}`)}{' '}
            <code>
              <SafeText text={topic || '–'} longest={60} />
            </code>{' '}
            <b>
              <SafeText text={who || t('join.data.everyone')} longest={40} />
            </b>
            <p>
              <SafeText text={text} longest={1_000} />
            </p>
          </li>
        ))}
    </ol>
  );
}
