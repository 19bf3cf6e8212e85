import IconCircleX from '@tabler/icons-react/icons/IconCircleX';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ingress } from '../../main/contract/ingress';
import type { Column } from '../ui/data-table';
import { SafeText } from '../ui/safe-text';
import { useFieldWords } from './field-words';

function State({ ingress: { state, error, enabled } }: { ingress: Ingress }) {
  const { t } = useTranslation();
  if (!enabled) return <span className="result none">{t('media.ingress.off')}</span>;
  if (state === 'publishing')
    return (
      <span className="result">
        <i className="dot green" aria-hidden /> {t('media.ingress.states.publishing')}
      </span>
    );
  if (state !== 'error') return <span className="result">{t(`media.ingress.states.${state}`)}</span>;
  return (
    <span className="result red" title={error}>
      <IconCircleX size={14} aria-hidden />
      {t('media.ingress.states.error')}
    </span>
  );
}

export function useIngressColumns(): Column<Ingress>[] {
  const { t } = useTranslation();
  const words = useFieldWords();
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('media.fields.name'),
        compare: (a, b) => (a.name || a.id).localeCompare(b.name || b.id),
        cell: ({ name, id }) => <b>{name ? <SafeText text={name} /> : <code>{id}</code>}</b>,
      },
      {
        id: 'state',
        head: t('media.egress.columns.state'),
        width: 128,
        compare: (a, b) => a.state.localeCompare(b.state),
        cell: (ingress) => <State ingress={ingress} />,
      },
      {
        id: 'input',
        head: t('media.fields.input_type'),
        width: 92,
        cell: ({ input }) => <span className="dim">{words.choice(input)}</span>,
      },
      {
        id: 'room',
        head: t('media.fields.room_name'),
        compare: (a, b) => a.room.localeCompare(b.room),
        cell: ({ room }) => <SafeText text={room} />,
      },
      {
        id: 'identity',
        head: t('media.ingress.as'),
        cell: ({ identity }) => (
          <code className="dim">
            <SafeText text={identity} />
          </code>
        ),
      },
    ],
    [t, words],
  );
}
