import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { createTickets } from './issue-ticket.ts';
import type { Actor } from './ports.ts';

it('T1: a ticket is good once, for 30 s, and no longer than its session', () => {
  const clock = new FakeClock();
  let nth = 0;
  let ends: (session: string) => void = () => undefined;
  const sessions = {
    onEnd: (listener: typeof ends) => {
      ends = listener;
      return () => undefined;
    },
  };
  const tickets = createTickets({ clock, ids: { secret: () => `ticket ${++nth}` }, sessions });
  const anna = { session: 'of Anna' } as Actor;
  const eve = { session: 'stolen' } as Actor;

  const { ticket } = tickets.issue(anna);
  expect([tickets.redeem(ticket), tickets.redeem(ticket)]).toEqual([anna, null]);

  const [kept, hoarded] = [tickets.issue(anna), tickets.issue(eve)];
  ends('stolen');
  expect([tickets.redeem(hoarded.ticket), tickets.redeem(kept.ticket)]).toEqual([null, anna]);

  const late = tickets.issue(anna);
  clock.advance(30_000);
  expect(tickets.redeem(late.ticket)).toBeNull();
});
