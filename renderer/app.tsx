import { useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../main/contract/preferences';
import { ClosedNotice } from './frame/closed-notice';
import { Notices } from './frame/notices';
import { changeLanguage } from './i18n/i18n';
import { useHotkeys } from './ui/hotkeys';
import { LiveRegion } from './ui/live-region';
import { pressFilledButton } from './ui/press-filled-button';
import { Problem } from './ui/problem';
import { OpenProfile } from './ui/profile';
import { useEvents, usePreferences, useProfiles } from './ui/queries';

// The first run does not load the desk, nor the desk the first run.
const Shell = lazy(() => import('./frame/shell').then(({ Shell }) => ({ default: Shell })));
const Welcome = lazy(() => import('./profiles/welcome').then(({ Welcome }) => ({ default: Welcome })));

/** The first run is the form that connects a server; everything else is the shell around the open profile. */
export const App = () => (
  <>
    <ClosedNotice />
    <Console />
  </>
);

function Console() {
  useEvents();
  const profiles = useProfiles();
  const preferences = usePreferences();
  const open = profiles.data?.find(({ id }) => id === preferences.data?.openProfileId) ?? profiles.data?.[0] ?? null;
  const error = profiles.error ?? preferences.error;
  useAppearance(preferences.data, open?.environment);
  const isSpoken = useLanguage(preferences.data?.language ?? (error ? 'system' : undefined));
  useHotkeys({ 'Mod ↵': pressFilledButton }, { inDialog: true });
  if (!isSpoken) return null;
  if (error) return <NotStarted error={error} />;
  if (!profiles.isSuccess || !preferences.isSuccess) return null;
  return (
    <OpenProfile value={open}>
      <LiveRegion />
      <Suspense>{open ? <Shell profile={open} profiles={profiles.data} /> : <FirstRun />}</Suspense>
    </OpenProfile>
  );
}

/** It may be no first run at all: settings that were set aside leave no server. */
const FirstRun = () => (
  <div className="first-run">
    <Notices />
    <Welcome />
  </div>
);

function NotStarted({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <main className="form">
      <h1>{t('frame.notStarted')}</h1>
      <Problem error={error} />
    </main>
  );
}

function useAppearance(preferences: ReturnType<typeof usePreferences>['data'], environment: string | undefined) {
  // Without keepTransitions Mantine injects a <style>, which the CSP forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const { scheme = 'system', density = 'dense' } = preferences ?? {};
  useEffect(() => setColorScheme(scheme === 'system' ? 'auto' : scheme), [scheme, setColorScheme]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  useEffect(() => {
    if (environment) document.documentElement.dataset.env = environment;
    else delete document.documentElement.dataset.env;
  }, [environment]);
}

/** Answers whether the page can speak yet, so that nothing is shown in a language that was not chosen. English is there in any case. */
function useLanguage(language: Preferences['language'] | undefined): boolean {
  const [isSpoken, setSpoken] = useState(false);
  useEffect(() => {
    if (language) void changeLanguage(language).finally(() => setSpoken(true));
  }, [language]);
  return isSpoken;
}
