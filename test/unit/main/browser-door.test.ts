import { afterEach, expect, test, vi } from 'vitest';
import { createDoor } from '../../../main/host/browser-door';

afterEach(() => vi.useRealTimers());
const ticketOf = (link: string) => new URL(link).searchParams.get('ticket');

test('a link lapses unused after its ten minutes', () => {
  vi.useFakeTimers();
  const door = createDoor(1, 600_000);
  const [early, late] = [door.createLink(), door.createLink()];
  vi.advanceTimersByTime(599_000);
  expect(door.launch(ticketOf(early), {})).toMatch(/^__Host-roomkeeper=/);
  vi.advanceTimersByTime(2_000);
  expect(door.launch(ticketOf(late), {})).toMatchObject({ status: 410 });
});

test('a link that is fetched ahead of time can still be used', () => {
  const door = createDoor(1, 600_000);
  const ticket = ticketOf(door.createLink());
  expect(door.launch(ticket, { 'sec-purpose': 'prefetch' })).toMatchObject({ status: 403 });
  expect(door.launch(ticket, {})).toMatch(/^__Host-roomkeeper=/);
});
