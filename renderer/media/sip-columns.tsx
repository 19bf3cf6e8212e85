import IconLock from '@tabler/icons-react/icons/IconLock';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SipItem } from '../../main/contract/sip';
import type { Column } from '../ui/data-table';
import { SafeText } from '../ui/safe-text';

/** A value of the form in one line. */
const line = ({ values }: SipItem, path: string) =>
  String(values[path] ?? '')
    .split('\n')
    .join(', ');
const Text = ({ text }: { text: string }) => (text ? <SafeText text={text} longest={120} /> : <span className="none">–</span>);
const name = (head: string): Column<SipItem> => ({
  id: 'name',
  head,
  compare: (a, b) => line(a, 'name').localeCompare(line(b, 'name')),
  cell: (item) => (
    <b>
      <Text text={line(item, 'name') || item.id} />
    </b>
  ),
});

export function useTrunkColumns(): Column<SipItem>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      name(t('media.sip.columns.trunk')),
      {
        id: 'way',
        head: t('media.sip.columns.way'),
        width: 92,
        compare: (a, b) => a.kind.localeCompare(b.kind),
        cell: ({ kind }) => <span className="dim">{t(`media.sip.ways.${kind}`)}</span>,
      },
      { id: 'numbers', head: t('media.fields.numbers'), cell: (item) => <Text text={line(item, 'numbers')} /> },
      {
        id: 'peer',
        head: t('media.sip.columns.peer'),
        cell: (item) => (
          <span className="dim">
            {item.kind === 'outbound' ? <Text text={line(item, 'address')} /> : line(item, 'allowed_addresses') || t('media.sip.any')}
          </span>
        ),
      },
      {
        id: 'user',
        head: t('media.sip.columns.user'),
        width: 124,
        cell: (item) => (
          <span className="agent">
            {item.kept.length > 0 && <IconLock size={13} aria-label={t('media.sip.hasPassword')} />}{' '}
            <Text text={line(item, 'auth_username')} />
          </span>
        ),
      },
    ],
    [t],
  );
}

const none: SipItem[] = [];
const trunksOf = (item: SipItem, names: ReadonlyMap<string, string>) =>
  line(item, 'trunk_ids')
    .split(', ')
    .map((id) => names.get(id) ?? id)
    .join(', ');

/** Their names alone: metadata may be long. */
const agentsOf = ({ values }: SipItem) =>
  String(values['room_config.agents'] ?? '')
    .split('\n')
    .map((agent) => agent.split('=')[0]?.trim())
    .join(', ');

const roomOf = (item: SipItem) =>
  line(item, 'rule.dispatch_rule_direct.room_name') ||
  [line(item, 'rule.dispatch_rule_individual.room_prefix') || line(item, 'rule.dispatch_rule_callee.room_prefix'), '…'].join('');

/** `items`: all there are, for the names of a rule's trunks. */
export function useRuleColumns(items: SipItem[] = none): Column<SipItem>[] {
  const { t } = useTranslation();
  const names = useMemo(() => new Map(items.map((item) => [item.id, line(item, 'name') || item.id])), [items]);
  return useMemo(
    () => [
      name(t('media.sip.columns.rule')),
      {
        id: 'trunk',
        head: t('media.sip.columns.trunk'),
        cell: (item) => <span className="dim">{line(item, 'trunk_ids') ? <Text text={trunksOf(item, names)} /> : t('media.sip.any')}</span>,
      },
      {
        id: 'how',
        head: t('media.fields.rule_kind'),
        cell: (item) => t(`media.choices.${line(item, 'rule_kind')}`, { defaultValue: '' }),
      },
      {
        id: 'room',
        head: t('media.fields.room_name'),
        cell: (item) => (
          <code>
            <Text text={roomOf(item)} />
          </code>
        ),
      },
      {
        id: 'agents',
        head: t('media.fields.agents'),
        cell: (item) => <Text text={agentsOf(item)} />,
      },
      {
        id: 'pin',
        head: t('media.fields.pin'),
        width: 80,
        cell: ({ kept }) => <span className="dim">{kept.length > 0 ? t('media.sip.pin') : t('media.sip.noPin')}</span>,
      },
    ],
    [t, names],
  );
}
