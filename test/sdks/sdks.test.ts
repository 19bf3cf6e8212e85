import { describe, expect, test } from 'vitest';
import { participantKinds } from '../../main/contract/grants';
import { type Claimed, claimsOf, decodeClaims, signClaims } from '../../main/tokens/grants';
import { request } from '../unit/main/tokens/requests';
import { claimed, invented, seed } from './claimed';
import { go, java, key, output, python } from './languages';
import { type Claims, isRecord, registered, said, without } from './said';

/** The fields of Python's VideoGrants that say yes unless told otherwise. */
const yesInPython = { canPublish: true, canSubscribe: true, canPublishData: true };
/** `expected`: what it is to read in a token with these claims. Python's does not hand out who signed the token and until when. */
const verifiers = [
  {
    name: 'Python',
    has: python,
    expected: ({ video, ...own }: Claims) => without(registered, { ...own, video: { ...yesInPython, ...(isRecord(video) ? video : {}) } }),
    run: (...args: string[]) => output(python?.program ?? '', ['verify.py', ...args]),
  },
  { name: 'Go', has: go, expected: (own: Claims) => own, run: (...args: string[]) => output(go?.verifier ?? '', args) },
  {
    name: 'Java',
    has: java,
    expected: (own: Claims) => own,
    run: (...args: string[]) => output('java', ['-cp', java?.classPath ?? '', 'Verify.java', ...args]),
  },
];

describe.each(verifiers)('the SDK for $name', ({ has, run, expected }) => {
  async function expectRead(wanted: Claimed[], names: string[]) {
    const tokens = await Promise.all(wanted.map((one) => signClaims(key, one).then(({ jwt }) => jwt)));
    const lines = (await run(key.apiKey, key.apiSecret, ...tokens)).trim().split('\n');
    expect(lines).toHaveLength(tokens.length);
    for (const [index, line] of lines.entries())
      expect(said(JSON.parse(line)), names[index]).toEqual(said(expected(decodeClaims(tokens[index] ?? ''))));
  }

  test.runIf(has)('reads in a token with each claim there is what we wrote, and no more', async () => {
    await expectRead(Object.values(claimed), Object.keys(claimed));
  });

  test.runIf(has)('reads in tokens with invented claims what we wrote, and no more', async () => {
    const names = invented.map((wanted) => `ROOMKEEPER_TEST_SEED=${seed} ${JSON.stringify(claimsOf(wanted))}`);
    await expectRead(invented, names);
  });

  test.runIf(has)('refuses a token that another secret has signed', async () => {
    const { jwt } = await signClaims({ ...key, apiSecret: 'not the secret, but as long as one should be' }, request());
    await expect(run(key.apiKey, key.apiSecret, jwt)).rejects.toThrow(/signature/i);
  });
});

test('the languages are asked about every claim, grant and kind there is', () => {
  const all = Object.values(claimed);
  const isSet = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  const setIn = (records: object[]) =>
    new Set(records.flatMap((record) => Object.entries(record).flatMap(([name, value]) => (isSet(value) ? [name] : []))));
  expect(setIn(all.map(({ grants }) => grants))).toEqual(new Set(Object.keys(request().grants)));
  expect(new Set(all.flatMap(({ kind }) => kind ?? []))).toEqual(new Set(participantKinds));
  const fields = Object.keys(request()).filter((field) => !['profileId', 'presetId', 'reason'].includes(field));
  expect(fields.filter((field) => !setIn(all).has(field))).toEqual([]);
});
