import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Preferences } from '../../main/contract/preferences';
import { en } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

export const startI18n = () =>
  i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    fallbackLng: 'en',
    interpolation: { escapeValue: false }, // React escapes
  });

let latest: string | undefined;

/** Chinese is a chunk of its own, and a choice that was made while it came is the later one. */
export async function changeLanguage(wanted: Preferences['language']): Promise<void> {
  const language = wanted === 'system' ? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en') : wanted;
  latest = language;
  const chunk = language === 'zh-CN' ? await import('./zh-cn') : undefined;
  if (latest !== language) return;
  if (chunk) i18next.addResourceBundle(language, 'translation', chunk.zhCn);
  await i18next.changeLanguage(language);
  if (latest === language) document.documentElement.lang = language;
}
