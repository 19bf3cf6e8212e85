import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalServerLine } from '../../main/contract/local-server';
import { CopyButton } from '../ui/copy-button';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { ScrollPane } from '../ui/scroll-pane';
import { FilterChips, FilterField } from '../ui/table-tools';
import { useLocalServerLog } from './use-local-server-log';

const filters = {
  all: () => true,
  warnings: ({ level }: LocalServerLine) => level === 'warn',
  errors: ({ level }: LocalServerLine) => level === 'error',
};
const tones = { error: 'red', warn: 'amber', info: '', debug: '' };
type Filter = keyof typeof filters;
const levels = ['all', 'warnings', 'errors'] as const;

/** The server's log: the end of it is followed until one scrolls up. */
export function LocalServerLog() {
  const { t } = useTranslation();
  const lines = useLocalServerLog();
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [follows, setFollows] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const shown = lines.filter((line) => filters[filter](line) && line.text.toLowerCase().includes(words.toLowerCase()));
  useEffect(() => {
    if (follows && shown.length > 0) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [follows, shown.length]);
  const follow = () => setFollows(true);
  useHotkeys({ End: follow });
  const onScroll = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = box.current ?? {};
    setFollows(scrollTop + clientHeight > scrollHeight - 24);
  };
  return (
    <>
      <div className="tools on-line">
        <FilterChips
          all={levels.map((id) => ({ id, label: t(`services.levels.${id}`), count: lines.filter(filters[id]).length }))}
          picked={filter}
          onPick={setFilter}
        />
        <FilterField className="log-filter" label={t('services.filter')} text={words} onText={setWords} />
        <span className="fresh">
          {follows ? (
            t('services.follows')
          ) : (
            <Button size="compact-xs" variant="subtle" onClick={follow}>
              {t('services.follow')}
            </Button>
          )}
          <Keys of="End" />
        </span>
      </div>
      <ScrollPane className="scroll log" ref={box} role="log" onScroll={onScroll} label={t('services.log')}>
        {shown.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end, and two may be equal
          <Line key={at} line={line} />
        ))}
        {shown.length === 0 && <p className="rk-hint">{t(lines.length > 0 ? 'services.filterNone' : 'services.logEmpty')}</p>}
      </ScrollPane>
      <footer className="status">
        <span>{t('services.logRedacted')}</span>
        <span className="hints">
          <CopyButton
            size="compact-xs"
            variant="subtle"
            text={shown.map(({ at, level, text }) => `${at} ${level} ${text}`).join('\n')}
            label={t('services.copyLog')}
          />
        </span>
      </footer>
    </>
  );
}

function Line({ line: { at, level, text, own } }: { line: LocalServerLine }) {
  return (
    <span className={own ? 'own' : tones[level]}>
      <time dateTime={at}>{timeOf(at)}</time>
      <i>{own ? '' : level}</i>
      <b>{own ? `Roomkeeper: ${text}` : text}</b>
    </span>
  );
}

/** `15:31:02.118`, of this computer's clock. */
function timeOf(at: string): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
