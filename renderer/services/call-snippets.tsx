import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../ui/code-block';

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
  return (
    <CodeBlock
      title={t('endpoint.tryIt')}
      note={t('endpoint.tryItNote')}
      choice={t('endpoint.way')}
      ways={ways.map((value) => ({ value, label: value }))}
      code={code(url)}
    />
  );
}
