import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCircleX from '@tabler/icons-react/icons/IconCircleX';
import { useTranslation } from 'react-i18next';
import type { EndpointAnswer } from '../../main/contract/endpoint';
import { SafeText } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';
import { timesIn } from '../ui/times';
import { useEndpointAnswers } from './use-endpoint';

/** The last requests with what each was answered, the newest first. */
export function EndpointAnswerList() {
  const { t, i18n } = useTranslation();
  const { data } = useEndpointAnswers();
  const { answers = [], issued = 0, refused = 0 } = data ?? {};
  const number = (count: number) => count.toLocaleString(i18n.language);
  return (
    <>
      <div className="heading">
        <h2>{t('endpoint.asked')}</h2>
        {answers.length > 0 && <span>{t('endpoint.counts', { issued: number(issued), refused: number(refused) })}</span>}
      </div>
      <ScrollPane className="scroll asked" label={t('table.scrolls', { label: t('endpoint.asked') })}>
        {answers.length === 0 ? (
          <p className="rk-hint beside">{t('endpoint.nobodyAsked')}</p>
        ) : (
          <table className="table" aria-label={t('endpoint.asked')}>
            <colgroup>
              <col className="col-time" />
              <col className="col-client" />
              <col />
              <col className="col-answer" />
            </colgroup>
            <thead>
              <tr>
                {(['time', 'client', 'userRoom', 'answer'] as const).map((head) => (
                  <th key={head}>{t(`endpoint.columns.${head}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answers.map((answer) => (
                <AnswerRow key={answer.no} answer={answer} />
              ))}
            </tbody>
          </table>
        )}
      </ScrollPane>
    </>
  );
}

function AnswerRow({ answer }: { answer: EndpointAnswer }) {
  const { t, i18n } = useTranslation();
  const { at, client, identity, room, status, code, detail, retryAfter } = answer;
  return (
    <tr>
      <td>
        <time dateTime={at}>{timesIn(i18n.language).exactClock(at)}</time>
      </td>
      <td>{client ? <SafeText text={client} longest={30} /> : t('endpoint.unknown')}</td>
      <td>
        {identity || room ? (
          <>
            <SafeText text={identity} longest={30} />{' '}
            <span className="of">
              <SafeText text={room} longest={30} />
            </span>
          </>
        ) : (
          '–'
        )}
      </td>
      <td>
        {code === null ? (
          <span className="mono">{status}</span>
        ) : (
          <span className={`answered ${status === 429 || status === 503 ? 'amber' : 'red'}`}>
            {status === 429 || status === 503 ? <IconAlertTriangle size={14} aria-hidden /> : <IconCircleX size={14} aria-hidden />}
            <span className="mono">{status}</span> {t(`endpoint.refusals.${code}`, { detail, seconds: retryAfter ?? 0 })}
          </span>
        )}
      </td>
    </tr>
  );
}
