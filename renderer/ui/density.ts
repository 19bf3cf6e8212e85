import { usePreferences } from './queries';

export const useDensity = () => usePreferences().data?.density ?? 'dense';
