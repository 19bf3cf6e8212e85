import type { Emit, Handlers } from '../application';
import { Refusal } from '../contract/result';
import type { SettingsStore } from '../settings/settings';

export type PresetCalls = 'presets.list' | 'presets.save' | 'presets.delete' | 'presets.export' | 'presets.import';

const notBuilt = async () => {
  throw new Refusal('internal', 'not built yet');
};

export const createPresets = (settings: SettingsStore, _emit: Emit): Pick<Handlers, PresetCalls> => ({
  'presets.list': async () => settings.get('presets'),
  'presets.save': notBuilt,
  'presets.delete': notBuilt,
  'presets.export': notBuilt,
  'presets.import': notBuilt,
});
