import type IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import { useEffect, useRef } from 'react';
import { type Hotkeys, useHotkeys } from './hotkeys';
import type { KeyName } from './keys';

/** What can be done from the palette. Its `keys` work without the palette too. */
export type Command = {
  id: string;
  group: string;
  label: string;
  detail?: string | undefined;
  keys?: KeyName | undefined;
  /** An arrow for what goes somewhere, unless another is given. */
  icon?: typeof IconArrowRight;
  run: () => void;
};

const offered: { current: Command[] }[] = [];

/** Offers commands while the component is shown: the section's own come before the frame's. */
export function useCommands(commands: Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    offered.unshift(latest);
    return () => void offered.splice(offered.indexOf(latest), 1);
  }, []);
  const hotkeys: Hotkeys = Object.fromEntries(commands.flatMap(({ keys, run }) => (keys ? [[keys, run]] : [])));
  useHotkeys(hotkeys);
}

/** What is offered now; the palette asks when it opens. */
export const offeredCommands = (): Command[] => offered.flatMap(({ current }) => current);

const wordStarts = /(?<=^|[\s.:/@_-])\S/g;

/** Whether a word's letters come in this order, from the beginning of one of the text's words: `stngs` is in `settings`. */
function hasInOrder(word: string, text: string): boolean {
  return [...text.matchAll(wordStarts)].some(({ index }) => {
    if (text[index] !== word[0]) return false;
    let from = index;
    for (const letter of word) {
      from = text.indexOf(letter, from) + 1;
      if (from === 0) return false;
    }
    return true;
  });
}

/** How well a word fits a text: 3 begins a word of it, 2 is in it, 1 its letters come in this order, 0 not at all. */
function closeness(word: string, text: string): number {
  if ([...text.matchAll(wordStarts)].some(({ index }) => text.startsWith(word, index))) return 3;
  if (text.includes(word)) return 2;
  return hasInOrder(word, text) ? 1 : 0;
}

/** The commands that fit every word typed, best first; within the same fit they keep their order. */
export function filterCommands(commands: Command[], query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const scored = commands.map((command) => {
    const label = command.label.toLowerCase();
    const rest = `${command.detail ?? ''} ${command.group}`.toLowerCase();
    // Letters in order alone are too weak a sign in the long text beside the label.
    const fits = words.map((word) => Math.max(closeness(word, label) * 2, closeness(word, rest) > 1 ? 1 : 0));
    return { command, score: fits.every((one) => one > 0) ? fits.reduce((sum, one) => sum + one, 1) : 0 };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}
