import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type GrantsInput, grants } from '../../../../main/contract/grants';
import { profile } from '../../../../main/contract/profiles';
import { changeLanguage, startI18n } from '../../../../renderer/i18n/i18n';
import { Sentence } from '../../../../renderer/tokens/sentence';
import { OpenProfile } from '../../../../renderer/ui/profile';

const harbor = profile.parse({
  id: '0b0e7a0e-2f5c-4b5c-9c56-0c1a8f6f7d11',
  name: 'Harbor <b>production</b>',
  serverUrl: 'wss://rtc.example',
  apiKey: 'API1',
  environment: 'production',
  safety: 'confirm',
  joinPage: 'https://meet.livekit.io/custom?liveKitUrl={url}&token={token}',
  policy: { longestLifetimeSeconds: 3_600, serverWideGrants: [] },
  secretStoredAt: null,
  secret: 'keychain',
  insecure: false,
});

function say(held: GrantsInput, who = { identity: 'ana.ruiz', name: 'Dr. Ana Ruiz', room: 'cardiology' }) {
  document.body.innerHTML = renderToStaticMarkup(
    <OpenProfile value={harbor}>
      <Sentence of={{ ...who, grants: grants.parse(held) }} until="today 21:42" lifetime={21_600} />
    </OpenProfile>,
  );
  return document.body.textContent;
}

beforeAll(async () => {
  await startI18n();
});
beforeEach(() => changeLanguage('en'));

test('a moderator’s token is told in one sentence, and what it can do in a second', () => {
  expect(say({ roomJoin: true, canPublish: true, canPublishSources: ['microphone'], roomAdmin: true })).toBe(
    'Dr. Ana Ruiz may join cardiology as a moderator, until today 21:42 (6 hours).' + 'Can speak and mute or remove others in this room.',
  );
});

test('without a display name the identity is who; a narrowed grant is not promised', () => {
  const said = say({ roomJoin: true, canSubscribe: true }, { identity: 'g-1', name: '', room: 'lobby' });
  expect(said).toContain('g-1 may join lobby as a guest');
  expect(said).not.toContain('speak');
});

test('a token that reaches the whole server says so first', () => {
  expect(say({ roomList: true, roomRecord: true })).toMatch(
    /^Reaches every room on Harbor <b>production<\/b>: its holder can see all rooms and record any room\.Dr\. Ana Ruiz may join no room\./,
  );
});

test('a hidden participant is said to be hidden', () => {
  expect(say({ roomJoin: true, canSubscribe: true, hidden: true, agent: true })).toContain('Other participants do not see them.');
});

test('names with markup in them are text', () => {
  const name = '<b>Ana</b> & <img src=x onerror=alert(1)> {{room}} &amp;';
  expect(say({ roomJoin: true }, { identity: 'a', name, room: '</b><0>room</0>' })).toContain(
    `${name} may join </b><0>room</0> as a guest`,
  );
  expect(document.querySelector('img')).toBeNull();
});

test('the sentence is Chinese where the console is', async () => {
  await changeLanguage('zh-CN');
  expect(say({ roomJoin: true, canPublish: true, canPublishSources: ['microphone', 'camera'] })).toBe(
    'Dr. Ana Ruiz 可以加入 cardiology，身份为发布者，有效至today 21:42（6 小时）。可以发言和打开摄像头。',
  );
});
