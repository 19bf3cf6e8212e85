import { SegmentedControl } from '@mantine/core';
import IconBraces from '@tabler/icons-react/icons/IconBraces';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon } from '../ui/copy-button';

const ways = ['curl', 'fetch', 'TokenSource'] as const;

/** The key comes from the environment: none of this holds one. */
const code = (url: string): Record<(typeof ways)[number], string> => ({
  curl: `curl -X POST \\
  ${url} \\
  -H "Authorization: Bearer $CLIENT_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{"user_id":"anna","room":"clinic-1"}'`,
  fetch: `const response = await fetch('${url}', {
  method: 'POST',
  headers: {
    authorization: \`Bearer \${process.env.CLIENT_KEY}\`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ user_id: 'anna', room: 'clinic-1' }),
});
const { token, url } = await response.json();`,
  TokenSource: `import { TokenSource } from 'livekit-client';

const source = TokenSource.endpoint('${url}', {
  headers: { authorization: \`Bearer \${clientKey}\` },
});
const { serverUrl, participantToken } = await source.fetch({
  roomName: 'clinic-1',
  participantIdentity: 'anna',
});`,
});

/** How a program asks, in three ways, to be copied. */
export function CallSnippets({ url }: { url: string }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<(typeof ways)[number]>('curl');
  const text = code(url)[way];
  return (
    <div className="codeblock">
      <div className="codehead">
        <IconBraces size={14} aria-hidden />
        <b>{t('endpoint.tryIt')}</b>
        <span>{t('endpoint.tryItNote')}</span>
        <CopyIcon text={text} label={t('endpoint.copyCode')} />
      </div>
      <SegmentedControl
        className="languages"
        fullWidth
        aria-label={t('endpoint.way')}
        value={way}
        onChange={(value) => setWay(ways.find((known) => known === value) ?? 'curl')}
        data={[...ways]}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard */}
      <section tabIndex={0} aria-label={t('endpoint.code')}>
        <pre className="json code">{text}</pre>
      </section>
    </div>
  );
}
