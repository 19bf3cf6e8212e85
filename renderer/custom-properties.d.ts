import 'react';

declare module 'react' {
  /** A style may set what a style sheet reads by `var(…)`. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
