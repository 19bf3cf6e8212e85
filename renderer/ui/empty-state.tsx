import type { ComponentType, ReactNode } from 'react';

/** Why there is nothing, and the one next step. `tone` red: it failed. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
  tone = 'plain',
  level: Heading = 'h2',
}: {
  icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': boolean }>;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  tone?: 'plain' | 'red';
  /** `h1` where it is the whole page. */
  level?: 'h1' | 'h2';
}) {
  return (
    <div className={`state ${tone}`}>
      <div className="badge">
        <Icon size={20} stroke={1.6} aria-hidden />
      </div>
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className="acts">{actions}</div>}
    </div>
  );
}
