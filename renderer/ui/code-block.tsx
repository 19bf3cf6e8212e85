import { SegmentedControl } from '@mantine/core';
import IconBraces from '@tabler/icons-react/icons/IconBraces';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon } from './copy-button';
import { Problem } from './problem';
import { ScrollPane } from './scroll-pane';

type Props<Way extends string> = {
  title: string;
  note: string;
  /** What the choice is of: a language, a way of asking. */
  choice: string;
  ways: readonly { value: Way; label: string }[];
  /** Undefined while it is made. */
  code: Partial<Record<Way, string>> | undefined;
  error?: Error | null;
};

/** The same thing as code in several languages, to be read and copied. */
export function CodeBlock<Way extends string>({ title, note, choice, ways, code, error = null }: Props<Way>) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState(ways[0]?.value);
  const text = (picked && code?.[picked]) ?? '';
  return (
    <div className="codeblock">
      <div className="codehead">
        <IconBraces size={14} aria-hidden />
        <b>{title}</b>
        <span>{note}</span>
        <CopyIcon text={text} label={t('ui.copyCode')} />
      </div>
      <SegmentedControl
        className="languages"
        fullWidth
        aria-label={choice}
        value={picked ?? ''}
        onChange={(value) => setPicked(ways.find((way) => way.value === value)?.value)}
        data={ways.map(({ value, label }) => ({ value, label }))}
      />
      <Problem error={error} />
      <ScrollPane label={t('ui.code')}>
        <pre className="json code">{text}</pre>
      </ScrollPane>
    </div>
  );
}
