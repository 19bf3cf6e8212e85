import i18next from 'i18next';
import { expect, test } from 'vitest';
import { changeLanguage, startI18n } from '../../../renderer/i18n/i18n';

test('English that is chosen while Chinese is still being fetched stays', async () => {
  await startI18n();
  await Promise.all([changeLanguage('zh-CN'), changeLanguage('en')]);
  expect([i18next.language, document.documentElement.lang]).toEqual(['en', 'en']);
});
