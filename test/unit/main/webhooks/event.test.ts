import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvent } from '../../../../main/webhooks/event';

const read = (event: object) => readEvent(Buffer.from(JSON.stringify(event)));

test('an event says its room, and whom or what it is about', () => {
  expect(read({ event: 'participant_joined', id: 'EV_1', room: { name: 'clinic' }, participant: { identity: 'ada' } })).toMatchObject({
    event: 'participant_joined',
    eventId: 'EV_1',
    room: 'clinic',
    about: 'ada',
  });
  expect(read({ event: 'egress_ended', egressInfo: { egressId: 'EG_1', roomName: 'ward' } })).toMatchObject({
    room: 'ward',
    about: 'EG_1',
  });
  expect(read({ event: 'agent_job_started', job: { agentName: 'scribe', room: { name: 'ward' } } })).toMatchObject({
    room: 'ward',
    about: 'scribe',
  });
});

test('an event that nobody knows yet is read all the same', () => {
  expect(read({ event: 'room_moved', id: 'EV_9', something: { new: true } })).toMatchObject({ isEvent: true, event: 'room_moved' });
});

test('no password and no key of a stream is kept', () => {
  const { body } = read({
    event: 'ingress_started',
    room: { name: 'clinic', turnPassword: 'hush-1' },
    ingressInfo: { streamKey: 'hush-2' },
    egressInfo: { file: { s3: { accessKey: 'hush-3', secret: 'hush-4', sessionToken: 'hush-5' } } },
    participant: { metadata: JSON.stringify({ password: 'hush-6' }) },
    job: { azure: { accountName: 'clinic', accountKey: 'hush-7' }, gcp: { credentials: { key: 'hush-8' } }, pins: { secretPin: 6_789 } },
  });
  expect(body).not.toContain('hush');
  expect(body).not.toContain('6789');
  expect(JSON.parse(body).job.azure.accountName).toBe('clinic');
  expect(JSON.parse(body).room).toEqual({ name: 'clinic', turnPassword: '[hidden]' });
});

test('as much metadata as a server sends is kept to its end, for a replay', () => {
  const event = { event: 'room_started', room: { name: 'clinic', metadata: `${'{"seat":1},'.repeat(47_000)}end` } };
  expect(JSON.parse(read(event).body)).toEqual(event);
});

test('whatever comes as a body can be read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const { isEvent, body } = readEvent(Buffer.from(text));
      if (isEvent) expect(() => JSON.parse(body)).not.toThrow();
    }),
  );
  expect(readEvent(Buffer.from('['.repeat(3_000_000))).isEvent).toBe(false);
  expect(readEvent(Buffer.from(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).body.length).toBeLessThan(1_000);
});
