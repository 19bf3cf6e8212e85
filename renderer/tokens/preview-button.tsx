import { PanelButton, type usePanel } from '../ui/side-panel';
import { usePreview } from './use-preview';

/** In a narrow window the preview is out of sight; what it warns of is not. */
export function PreviewButton({ panel }: { panel: ReturnType<typeof usePanel> }) {
  const { preview, situation } = usePreview();
  const tones = [...(preview.data?.lints ?? []), ...(situation.data?.lints ?? [])].map(({ tone }) => tone);
  const count = tones.filter((tone) => tone !== 'plain').length;
  return <PanelButton panel={panel} waiting={{ count, tone: tones.includes('red') ? 'red' : 'amber' }} />;
}
