import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { type Command, useCommands } from '../ui/commands';
import { useHotkeys } from '../ui/hotkeys';
import { useChangePreferences, usePreferences } from '../ui/queries';
import { go } from '../ui/route';
import { sectionKeys } from '../ui/section-keys';
import { type SectionView, useSectionViews } from '../ui/section-views';
import { type Section, sections } from './sections';
import type { Overlay } from './shell';
import { hostOf } from './switcher';

const schemes = ['dark', 'light', 'system'] as const;
const languages = { en: 'English', 'zh-CN': '简体中文' } as const;

/** What can be done from everywhere: go somewhere, open another server, change how the console looks. */
export function useFrameCommands(profiles: Profile[], open: Profile, onOverlay: (overlay: Overlay) => void): void {
  useCommands([...useGoTo(), ...useServers(profiles, open, onOverlay), ...useConsole(onOverlay)]);
  useHotkeys({ 'Mod K': () => onOverlay('palette') });
}

function useGoTo(): Command[] {
  const { t } = useTranslation();
  const group = t('palette.groups.goTo');
  const places = sections.map(({ id }) => ({
    id,
    group,
    label: t(`sections.${id}`),
    keys: sectionKeys[id],
    run: () => go(id),
  }));
  const viewsOf: Partial<Record<Section['id'], SectionView[]>> = useSectionViews();
  const views = sections
    .filter(({ id }) => id !== 'tokens') // the desk's own are above, in words that say what they are for
    .flatMap(({ id: section }) =>
      (viewsOf[section] ?? []).map(({ id, label }) => ({
        id: `${section}/${id}`,
        group,
        label,
        detail: t(`sections.${section}`),
        run: () => go(section, id),
      })),
    );
  return [
    { id: 'issue', group, label: t('palette.issueToken'), keys: 'N', run: () => go('tokens', 'issue') },
    ...places,
    { id: 'inspect', group, label: t('palette.inspectToken'), keys: 'I', run: () => go('tokens', 'inspect') },
    ...views,
  ];
}

function useServers(profiles: Profile[], open: Profile, onOverlay: (overlay: Overlay) => void): Command[] {
  const { t } = useTranslation();
  const change = useChangePreferences();
  const group = t('palette.groups.server');
  const others = profiles.filter(({ id }) => id !== open.id);
  return [
    { id: 'switch', group, label: t('palette.switchServer'), detail: open.name, keys: 'Mod P', run: () => onOverlay('servers') },
    { id: 'add-server', group, label: t('frame.addServer'), run: () => go('settings', 'servers', 'new') },
    ...others.map((profile) => ({
      id: profile.id,
      group,
      label: t('palette.openServer', { name: profile.name }),
      detail: `${t(`environments.${profile.environment}`)} · ${hostOf(profile)}`,
      run: () => change({ openProfileId: profile.id }),
    })),
  ];
}

function useConsole(onOverlay: (overlay: Overlay) => void): Command[] {
  const { t } = useTranslation();
  const { scheme: schemeNow, language: languageNow } = usePreferences().data ?? {};
  const change = useChangePreferences();
  const group = t('palette.groups.console');
  const now = (is: boolean) => (is ? t('palette.now') : undefined);
  return [
    { id: 'keys', group, label: t('palette.allKeys'), keys: '?', run: () => onOverlay('keys') },
    ...schemes.map((scheme) => ({
      id: scheme,
      group,
      label: t(`palette.schemes.${scheme}`),
      detail: now(scheme === schemeNow),
      run: () => change({ scheme }),
    })),
    ...(['en', 'zh-CN'] as const).map((language) => ({
      id: language,
      group,
      label: languages[language],
      detail: now(language === languageNow),
      run: () => change({ language }),
    })),
  ];
}
