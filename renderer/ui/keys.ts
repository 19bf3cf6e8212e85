import { sectionKeys } from './section-keys';

/**
 * Every key of the console, and what it does in the words of `keys.*`. The handlers are typed by it and the list of keys is made of it: a key
 * that is not here does not compile, nor does one without words in both languages. Names as `Keys` prints them; `G T` is G, then T.
 */
export const keyGroups = [
  {
    group: 'everywhere',
    rows: [
      [['Mod K'], 'commands'],
      [['Mod ↵'], 'submit'],
      [['Mod P'], 'switchServer'],
      [['/'], 'filter'],
      [['N'], 'issue'],
      [['I'], 'inspect'],
      [['Mod Z'], 'undo'],
      [['Esc'], 'closeOrBack'],
      [['?'], 'sheet'],
    ],
  },
  {
    group: 'lists',
    rows: [
      [['J', '↓'], 'down'],
      [['K', '↑'], 'up'],
      [['X'], 'pick'],
      [['Shift X'], 'extend'],
      [['↵'], 'open'],
      [['⌫'], 'remove'],
      [['F8'], 'nextProblem'],
      [['End'], 'follow'],
    ],
  },
  {
    group: 'rooms',
    rows: [
      [['C'], 'create'],
      [['M'], 'mute'],
      [['Shift M'], 'muteAll'],
      [['H'], 'hardMute'],
      [['E'], 'message'],
      [['P'], 'peek'],
    ],
  },
  {
    group: 'recordings',
    rows: [
      [['S'], 'stop'],
      [['L'], 'layout'],
    ],
  },
  { group: 'begin', rows: [[['1', '2', '3'], 'way']] },
] as const;

type OwnKey = (typeof keyGroups)[number]['rows'][number][0][number];
export type KeyName = OwnKey | (typeof sectionKeys)[keyof typeof sectionKeys];

const known: ReadonlySet<string> = new Set([
  ...keyGroups.flatMap(({ rows }) => rows.flatMap(([keys]): readonly string[] => keys)),
  ...Object.values(sectionKeys),
]);
export const isKey = (name: string): name is KeyName => known.has(name);
