import IconFileImport from '@tabler/icons-react/icons/IconFileImport';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import IconServer2 from '@tabler/icons-react/icons/IconServer2';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../ui/hotkeys';
import { isToInstall, useLocalServer } from '../ui/local-server';
import { Keys } from '../ui/marks';
import { useLkConfig } from './use-lk-config';

const ways = ['connect', 'import', 'local'] as const;
const keys = { connect: '1', import: '2', local: '3' } as const;
export type Way = (typeof ways)[number];
const icons = { connect: IconServer2, import: IconFileImport, local: IconPlayerPlay };

type Props = { titles: Record<Way, string>; way: Way; onMove: (way: Way) => void; onChoose: (way: Way) => void };

/** How to begin. Arrows move the choice; a click or the printed digit chooses. */
export function Ways({ titles, way, onMove, onChoose }: Props) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const hints = useHints();
  useHotkeys({ 1: () => onChoose('connect'), 2: () => onChoose('import'), 3: () => onChoose('local') });
  const onArrow = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = ways[(ways.indexOf(way) + step + ways.length) % ways.length];
    if (!next) return;
    onMove(next);
    group.current?.querySelectorAll('button')[ways.indexOf(next)]?.focus();
  };
  return (
    <div className="ways" role="radiogroup" aria-label={t('profiles.ways.label')} ref={group} onKeyDown={onArrow}>
      {ways.map((each) => {
        const Icon = icons[each];
        return (
          // biome-ignore lint/a11y/useSemanticElements: a radio of two lines and a key, which an input cannot hold
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === way}
            tabIndex={each === way ? 0 : -1}
            aria-keyshortcuts={keys[each]}
            onClick={() => onChoose(each)}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            <span>
              <b>{titles[each]}</b>
              <small>{hints[each]}</small>
            </span>
            <Keys of={keys[each]} />
          </button>
        );
      })}
    </div>
  );
}

/** One line for each way that says what is here already. */
function useHints(): Record<Way, string> {
  const { t } = useTranslation();
  const count = useLkConfig().data?.entries.length ?? 0;
  const localServer = useLocalServer().data;
  const version = localServer?.found?.version;
  return {
    connect: t('profiles.ways.connect'),
    import: count > 0 ? t('profiles.ways.importFound', { count }) : t('profiles.ways.importHint'),
    local: version
      ? t('profiles.ways.localFound', { version })
      : t(localServer && isToInstall(localServer) ? 'profiles.ways.localMissing' : 'profiles.ways.localUnknown'),
  };
}
