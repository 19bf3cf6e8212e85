import type { en } from '../i18n/en';

/** The keys that go to a section, in the sidebar's order. */
export const sectionKeys = {
  tokens: 'G T',
  rooms: 'G R',
  people: 'G P',
  join: 'G J',
  media: 'G M',
  services: 'G S',
  audit: 'G A',
  settings: 'Mod ,',
} as const satisfies Record<keyof (typeof en)['sections'], string>;
