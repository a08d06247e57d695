import type { AccountId, AgentId, FileId, VisitorId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { createAttemptLimit } from '../platform/attempts.ts';
import { offerUpload } from './offer-upload.ts';
import { createSeal } from './seal.ts';

const account = 'ac' as AccountId;
const MINUTE = 60_000;

it('bad input: visitors who upload all that an account may leave its agents theirs', () => {
  const clock = new FakeClock();
  const parts = {
    ...{ clock, seal: createSeal('a secret'), ids: { file: () => 'fi' as FileId } },
    uploads: {
      perUploader: createAttemptLimit(clock, 100, 10 * MINUTE),
      perAccount: createAttemptLimit(clock, 3, 60 * MINUTE),
    },
  };
  const visitor = () => offerUpload(parts, { account, by: { who: 'visitor', visitor: 'vi' as VisitorId } });
  const agent = () => offerUpload(parts, { account, by: { who: 'agent', agent: 'ag' as AgentId } });
  for (let nth = 0; nth < 3; nth += 1) visitor();
  expect(visitor).toThrow('Too many attempts');
  for (let nth = 0; nth < 3; nth += 1) agent();
  expect(agent).toThrow('Too many attempts');
});

it('C4: one address gets no more places by being many visitors', () => {
  const clock = new FakeClock();
  const parts = {
    ...{ clock, seal: createSeal('a secret'), ids: { file: () => 'fi' as FileId } },
    uploads: {
      perUploader: createAttemptLimit(clock, 3, 10 * MINUTE),
      perAccount: createAttemptLimit(clock, 1_000, 60 * MINUTE),
    },
  };
  const as = (visitor: string, ip: string) => () =>
    offerUpload(parts, { account, by: { who: 'visitor', visitor: visitor as VisitorId }, ip });
  for (const one of ['a', 'b', 'c']) expect(as(one, '203.0.113.7')).not.toThrow();
  expect(as('d', '203.0.113.7')).toThrow('Too many attempts');
  expect(as('d', '203.0.113.8')).not.toThrow();
  // Whoever has one IPv6 address has them all.
  for (const last of [1, 2, 3]) expect(as(`e${last}`, `2001:db8::${last}`)).not.toThrow();
  expect(as('f', '2001:db8::4')).toThrow('Too many attempts');
  // A proxy that does not say for whom it speaks.
  for (const one of ['g', 'h', 'i', 'j', 'k']) expect(as(one, '127.0.0.1')).not.toThrow();
});
