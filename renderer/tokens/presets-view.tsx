/** Settings → Presets: the built-in presets and one's own. */
export function PresetsView() {
  return null;
}
