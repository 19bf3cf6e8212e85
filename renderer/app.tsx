import { useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ClosedNotice } from './frame/closed-notice';
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
export function App() {
  useEvents();
  const profiles = useProfiles();
  const preferences = usePreferences();
  const open = profiles.data?.find(({ id }) => id === preferences.data?.openProfileId) ?? profiles.data?.[0] ?? null;
  useAppearance(preferences.data, open?.environment);
  useHotkeys({ 'Mod ↵': pressFilledButton }, { inDialog: true });
  const error = profiles.error ?? preferences.error;
  if (error) return <NotStarted error={error} />;
  if (!profiles.isSuccess || !preferences.isSuccess) return null;
  return (
    <OpenProfile value={open}>
      <LiveRegion />
      <ClosedNotice />
      <Suspense>{open ? <Shell profile={open} profiles={profiles.data} /> : <Welcome />}</Suspense>
    </OpenProfile>
  );
}

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
  const { scheme = 'system', language = 'system', density = 'dense' } = preferences ?? {};
  useEffect(() => setColorScheme(scheme === 'system' ? 'auto' : scheme), [scheme, setColorScheme]);
  useEffect(() => void changeLanguage(language), [language]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  useEffect(() => {
    if (environment) document.documentElement.dataset.env = environment;
    else delete document.documentElement.dataset.env;
  }, [environment]);
}
