import type { en } from '../i18n/en';

type SectionId = keyof (typeof en)['sections'];

/** The keys that go to a section, in the sidebar's order. */
export const sectionKeys = new Map<SectionId, string>([
  ['tokens', 'G T'],
  ['rooms', 'G R'],
  ['people', 'G P'],
  ['join', 'G J'],
  ['media', 'G M'],
  ['services', 'G S'],
  ['settings', 'Mod ,'],
]);
