import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck';
import IconCircleX from '@tabler/icons-react/icons/IconCircleX';
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Environment } from '../../main/contract/profiles';
import type { KeyName } from './keys';

export type Tone = 'red' | 'amber' | 'green' | 'accent' | 'plain';

/** The product's mark: a keyhole in a door. */
export const Mark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
    <rect width="24" height="24" rx="6.5" className="mark-door" />
    <path
      d="M12 5.6a3.9 3.9 0 0 1 2.05 7.22l.95 5.08a.6.6 0 0 1-.59.7H9.59a.6.6 0 0 1-.59-.7l.95-5.08A3.9 3.9 0 0 1 12 5.6Z"
      className="mark-hole"
    />
  </svg>
);

/** The keys of an action, parted by blanks: `Mod` is Ctrl, or ⌘ on macOS. A pair that moves is printed at once. */
export const Keys = ({ of }: { of: KeyName | 'J K' | '↑ ↓' }) => (
  <span className="keys" aria-hidden>
    {of.split(' ').map((key) => (
      <kbd className="rk-kbd" key={key}>
        {key === 'Mod' ? modKey : key}
      </kbd>
    ))}
  </span>
);
const modKey = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

/** What a tooltip says of a control that has a key. */
export const Hint = ({ text, keys }: { text: string; keys: KeyName }) => (
  <>
    {text} <Keys of={keys} />
  </>
);
/** The same for a tooltip of the browser's own. */
export const hint = (text: string, keys: KeyName) => `${text} · ${keys.replace('Mod', modKey)}`;

/** The environment by colour and word: colour alone says nothing. */
export const EnvironmentMark = ({ of }: { of: Environment }) => {
  const { t } = useTranslation();
  return (
    <span className="env">
      <i data-env={of} aria-hidden />
      {t(`environments.${of}`)}
    </span>
  );
};

/** A word in a thin frame: a role, a source. Never for the normal case. */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag ${tone}`}>{children}</span>
);

const icons = { red: IconCircleX, amber: IconAlertTriangle, green: IconCircleCheck, accent: IconInfoCircle, plain: IconInfoCircle };

/** One thing found: what it is, what it means, and the one thing to do about it. */
export function Finding({
  tone,
  title,
  children,
  action,
}: {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  action?: { label: string; run: () => void } | undefined;
}) {
  const Icon = icons[tone];
  return (
    <div className={`finding ${tone}`}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <div>
        <strong>{title}</strong>
        {children && <p>{children}</p>}
        {action && (
          <button type="button" className="link" onClick={action.run}>
            {action.label}
          </button>
        )}
      </div>
    </div>
  );
}
