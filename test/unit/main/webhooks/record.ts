import type { DeliveryRecord } from '../../../../main/contract/webhooks';

/** A delivery that was verified, unless told otherwise. */
export const came = (more: Partial<DeliveryRecord> = {}): Omit<DeliveryRecord, 'no'> => ({
  at: new Date().toISOString(),
  event: 'room_started',
  eventId: 'EV_1',
  room: 'clinic',
  about: '',
  profile: { id: 'harbor', name: 'Harbor' },
  reason: null,
  tries: 1,
  forwarded: null,
  from: '127.0.0.1',
  apiKey: 'APIharbor',
  bytes: 2,
  check: '',
  values: {},
  answered: { status: 200, ms: 1 },
  signedAt: null,
  hash: 'matches',
  body: '{}',
  forward: null,
  ...more,
});
