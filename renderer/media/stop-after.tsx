import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../../main/contract/field';
import { parseLifetime } from '../../main/contract/lifetime';
import { useNow } from '../ui/time';
import { useTimes } from '../ui/times';
import { useFieldError } from '../ui/use-field-error';

const chips = ['15m', '1h', '2h'] as const;

/** When the console is to stop an egress by itself, as people write times. `needed`: an empty field is no answer. */
export function useStopAfter({ needed }: { needed: boolean }) {
  const { t } = useTranslation();
  const times = useTimes();
  const now = useNow(30_000);
  const fieldError = useFieldError();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const isEmpty = typed.trim() === '';
  const parsed = parseLifetime(typed, new Date(now));
  const write = (text: string) => {
    setTyped(text);
    setProblem(null);
  };
  return {
    /** Whether it is to be stopped at all: that is a dangerous act. */
    isSet: !isEmpty,
    /** In seconds from now, null for never; `false` where something is wrong, which is then said at the field. */
    read(): number | null | false {
      if (isEmpty && !needed) return null;
      const parsed = parseLifetime(typed, new Date());
      if ('seconds' in parsed) return parsed.seconds;
      setProblem(parsed.problem);
      return false;
    },
    clear: () => write(''),
    mark: setProblem,
    field: (
      <div className="stop-after">
        <TextInput
          label={t('media.egress.timer.label')}
          placeholder={needed ? '' : t('media.egress.timer.never')}
          description={
            'seconds' in parsed
              ? t('media.egress.timer.at', { time: times.when(new Date(now + parsed.seconds * 1_000), new Date(now)) })
              : t(needed ? 'media.egress.timer.hint' : 'media.egress.timer.orNever')
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={problem && fieldError({ message: problem })}
          spellCheck={false}
          value={typed}
          onBlur={() => !isEmpty && 'problem' in parsed && setProblem(parsed.problem)}
          onChange={({ target }) => write(target.value)}
        />
        {chips.map((chip) => (
          <button key={chip} type="button" className="chip" aria-pressed={typed.trim() === chip} onClick={() => write(chip)}>
            {t(`media.egress.timer.chips.${chip}`)}
          </button>
        ))}
      </div>
    ),
  };
}
