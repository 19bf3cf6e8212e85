import type { Emit, Handlers } from '../application';
import type { SettingsStore } from './settings';

/** What the user has chosen for the console itself. */
export const createPreferences = (settings: SettingsStore, emit: Emit): Pick<Handlers, 'preferences.get' | 'preferences.change'> => ({
  'preferences.get': async () => settings.get('preferences'),
  async 'preferences.change'(change) {
    const changed = { ...settings.get('preferences'), ...change };
    settings.set('preferences', changed);
    emit('preferences.changed', changed);
    return changed;
  },
});
