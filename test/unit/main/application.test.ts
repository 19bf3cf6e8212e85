import { beforeEach, expect, test, vi } from 'vitest';
import { createApplication, type Emit, type Handlers } from '../../../main/application';
import { calls } from '../../../main/contract';
import { Refusal } from '../../../main/contract/result';
import { log } from '../../../main/log';

const warn = vi.spyOn(log, 'warn');
const error = vi.spyOn(log, 'error');
beforeEach(() => {
  vi.clearAllMocks();
  warn.mockImplementation(() => {});
  error.mockImplementation(() => {});
});

const preferences = calls['preferences.get'].output.parse({ scheme: 'dark' });
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl';

/** An application whose feature `name` does this, and nothing else. */
function applicationWith(name: string, handler: (input: unknown) => unknown) {
  const handlers: Handlers = Object.create({ [name]: handler });
  let emit: unknown;
  const application = createApplication((given: Emit) => {
    emit = given;
    return { handlers, close: async () => {} };
  });
  return { ...application, emit: (...event: unknown[]) => Reflect.apply(Object(emit), undefined, event) };
}

test('a feature gets its input parsed, and its answer goes out parsed', async () => {
  const change = vi.fn(async () => ({ ...preferences, density: 'roomy' }));
  const { call } = applicationWith('preferences.change', change);
  expect(await call('preferences.change', { density: 'roomy' })).toEqual({ ok: true, value: { ...preferences, density: 'roomy' } });
  expect(change).toHaveBeenCalledExactlyOnceWith({ density: 'roomy' });
});

test('input that is not valid reaches no feature, and is told by field', async () => {
  const change = vi.fn();
  const { call } = applicationWith('preferences.change', change);
  expect(await call('preferences.change', { density: 'airy' })).toMatchObject({
    ok: false,
    code: 'invalid-input',
    issues: [{ path: 'density' }],
  });
  expect(change).not.toHaveBeenCalled();
});

test('input that cannot even be looked at is a failure, not an exception', async () => {
  const { call } = applicationWith('preferences.change', vi.fn());
  const input = {
    get density() {
      throw new Error('a trap');
    },
  };
  expect(await call('preferences.change', input)).toEqual({ ok: false, code: 'internal', message: 'preferences.change failed' });
});

test.each([
  ['of another shape', { scheme: 'pink' }],
  ['that is missing', undefined],
])('an answer %s is a failure of main, and the log says what was wrong', async (_what, answer) => {
  const { call } = applicationWith('preferences.get', async () => answer);
  expect(await call('preferences.get', {})).toEqual({ ok: false, code: 'internal', message: 'preferences.get failed' });
  expect(error).toHaveBeenCalledWith('preferences.get', expect.objectContaining({ name: 'ZodError' }));
});

test('what the contract does not name does not go out', async () => {
  const { call } = applicationWith('preferences.get', async () => ({ ...preferences, apiSecret: 'a-secret' }));
  expect(JSON.stringify(await call('preferences.get', {}))).not.toContain('a-secret');
});

test.each([
  ['rejects', async () => Promise.reject(new Error(`secret ${token}`))],
  [
    'throws at once',
    () => {
      throw new Error(`secret ${token}`);
    },
  ],
])('a feature that %s is a failure without its words', async (_what, handler) => {
  const { call } = applicationWith('preferences.get', handler);
  expect(await call('preferences.get', {})).toEqual({ ok: false, code: 'internal', message: 'preferences.get failed' });
});

test('a refusal keeps its code, its fields and its values, without a token in any of its words', async () => {
  const details = { issues: [{ path: 'room', code: 'needed' }], answer: `invalid ${token}`, values: { limit: 3 } };
  const { call } = applicationWith('preferences.get', async () => Promise.reject(new Refusal('conflict', `not ${token}`, details)));
  const result = await call('preferences.get', {});
  expect(result).toMatchObject({ ok: false, code: 'conflict', issues: details.issues, values: details.values });
  expect(JSON.stringify(result)).not.toContain(token);
});

test.each(['profiles.secret', '__proto__', 'constructor', '', null, { toString: 1 }])(
  '%j is no call, and a line of the log',
  async (name) => {
    const { call } = applicationWith('preferences.get', vi.fn());
    expect(await call(name, {})).toEqual({ ok: false, code: 'unknown-call', message: 'No such call' });
    expect(warn).toHaveBeenCalledExactlyOnceWith('refused', 'unknown call');
  },
);

test('an event goes to every listener until it is taken off', () => {
  const { emit, subscribe } = applicationWith('preferences.get', vi.fn());
  const [first, second] = [vi.fn(), vi.fn()];
  const off = subscribe(first);
  subscribe(second);
  emit('preferences.changed', preferences);
  off();
  emit('preferences.changed', preferences);
  expect([first.mock.calls, second.mock.calls]).toEqual([
    [['preferences.changed', preferences]],
    [
      ['preferences.changed', preferences],
      ['preferences.changed', preferences],
    ],
  ]);
});

test('an event that is not as the contract says reaches no page', () => {
  const { emit, subscribe } = applicationWith('preferences.get', vi.fn());
  const listener = vi.fn();
  subscribe(listener);
  expect(() => emit('preferences.changed', { scheme: 'pink' })).toThrow('scheme');
  expect(listener).not.toHaveBeenCalled();
});
