import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isDone, type TargetResult } from '../../main/contract/guard';
import { Dialog } from '../ui/dialog';
import { SafeText } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';

/** What became of each target, those that failed first, with the server's own words. */
export function TargetResults({ title, results, onClose }: { title: string; results: TargetResult[]; onClose: () => void }) {
  const { t } = useTranslation();
  const sorted = results.toSorted((a, b) => Number(isDone(a)) - Number(isDone(b)));
  return (
    <Dialog label={title} size={560} onClose={onClose}>
      <div className="dialog">
        <h2>{title}</h2>
        <ScrollPane className="results" label={t('rooms.results')}>
          <table className="table">
            <tbody>
              {sorted.map(({ room, identity, trackSid, status, answer }) => (
                <tr key={`${room}\n${identity}\n${trackSid}`} className={isDone({ status }) ? '' : 'red'}>
                  <td>
                    <SafeText text={identity || room} longest={60} /> {trackSid && <code className="dim">{trackSid}</code>}
                  </td>
                  <td>
                    {t(`targets.${status}`)}
                    {!isDone({ status }) && answer && <code className="answer-line">{answer}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollPane>
        <footer>
          <Button data-autofocus onClick={onClose}>
            {t('ui.close')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
