import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../main/contract/participants';
import { announce } from '../ui/live-region';
import { nameOf } from '../ui/person-name';
import type { Person } from './live-columns';
import type { Levels, LiveRoomData } from './use-live-room';

/** A pause between two words does not end a turn. */
const turnMs = 3_000;
const sayEveryMs = 5_000;

/** Who speaks, or did within the last seconds: the table's order must not follow each syllable. */
export function useSpeakers(levels: Levels): ReadonlySet<string> {
  const [speakers, setSpeakers] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const last = new Map<string, number>();
    const renew = () => {
      for (const identity of levels.get().keys()) last.set(identity, Date.now());
      const now = [...last].filter(([, at]) => Date.now() - at < turnMs).map(([identity]) => identity);
      setSpeakers((before) => (before.size === now.length && now.every((one) => before.has(one)) ? before : new Set(now)));
    };
    const end = levels.subscribe(renew);
    const timer = setInterval(renew, 1_000);
    return () => {
      end();
      clearInterval(timer);
    };
  }, [levels]);
  return speakers;
}

export const usePersons = ({ people, qualities }: LiveRoomData, speakers: ReadonlySet<string>): Person[] =>
  useMemo(
    () =>
      people.map((person) => ({
        ...person,
        quality: qualities.get(person.identity) ?? 'unknown',
        speaks: speakers.has(person.identity),
      })),
    [people, qualities, speakers],
  );

/** Joins and leaves for those who do not see the screen, at most one message in 5 s. */
export function useAnnouncements(people: Participant[]): void {
  const { t } = useTranslation();
  const latest = useRef(people);
  useEffect(() => {
    latest.current = people;
  }, [people]);
  useEffect(() => {
    let before: Map<string, Participant> | null = null;
    const timer = setInterval(() => {
      const now = new Map(latest.current.map((person) => [person.identity, person]));
      const had = before;
      before = now;
      if (!had) return;
      const joined = [...now.values()]
        .filter(({ identity }) => !had.has(identity))
        .map((one) => t('live.said.joined', { name: nameOf(one) }));
      const left = [...had.values()].filter(({ identity }) => !now.has(identity)).map((one) => t('live.said.left', { name: nameOf(one) }));
      const said = [...joined, ...left];
      if (said.length > 0) announce(said.slice(0, 5).join('. '));
    }, sayEveryMs);
    return () => clearInterval(timer);
  }, [t]);
}
