import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markReadByAgent, markReadByVisitor } from '../src/conversations/mark-read.ts';
import { markUnread } from '../src/conversations/mark-unread.ts';
import { rateConversation } from '../src/conversations/rate-conversation.ts';
import { recallMessage } from '../src/conversations/recall-message.ts';
import { recordTranscript, recordTranscriptWish } from '../src/conversations/record-transcript.ts';
import { resolveConversation } from '../src/conversations/resolve-conversation.ts';
import { silentLog } from '../src/platform/log.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { acting, messageIdOf, refused, speaking, Talk } from './conversation-samples.ts';
import { MONDAY } from './store-samples.ts';

const anna = speaking('one', 'anna');
const [marta, luca] = [acting('one', 'marta'), acting('one', 'luca')];
let database: Database;
let talk: Talk;
beforeEach(async () => {
  database = await openDatabase({ kind: 'memory' }, silentLog);
  talk = await new Talk(database).arrive('one/anna', 'one/bruno', 'two/eve');
});
afterEach(() => database.close());

const begun = (who = anna) => talk.begin(who);

describe('afterwards', () => {
  const rating = (id: string, value: 1 | 3 | 5) => ({ id: messageIdOf(id), value, comment: ' fine ' });

  it('C6: a rating needs the plan and a conversation that was resolved', async () => {
    const rate = (plan: 'FREE' | 'PRO', id: string, value: 1 | 5) =>
      rateConversation(talk.parts, { plan }, anna, rating(id, value), MONDAY);
    await expect(rate('PRO', 'r0', 5)).rejects.toMatchObject(refused('not_found'));
    const { key } = await begun();
    await expect(rate('FREE', 'r1', 5)).rejects.toMatchObject(refused('plan_required', { plan: 'STANDARD' }));
    await expect(rate('PRO', 'r2', 5)).rejects.toMatchObject(refused('not_resolved'));
    await resolveConversation(talk.parts, marta, key, MONDAY);
    expect((await rate('PRO', 'r3', 5)).change?.conversation.rating).toBe(5);
    expect((await rate('PRO', 'r3', 5)).change).toBeNull();
    expect((await rate('PRO', 'r4', 1)).change?.conversation).toMatchObject({ rating: 1, state: 'resolved' });
  });

  it('V8: who may take a message back, and until when', async () => {
    const { conversation, key } = await begun();
    await talk.agent(marta, conversation, 'm1', 'oops');
    await talk.agent(marta, conversation, 'm2', 'oops again');
    const recall = (who: typeof marta | (typeof marta & { role: 'admin' }), id: string) =>
      recallMessage(talk.parts, who, key, messageIdOf(id), MONDAY + 1);
    await expect(recall(luca, 'm1')).rejects.toMatchObject(refused('forbidden'));
    await expect(recall(marta, 'anna-first')).rejects.toMatchObject(refused('forbidden'));
    await expect(recall(marta, 'unknown')).rejects.toMatchObject(refused('not_found'));
    const admin = { ...luca, role: 'admin' } as unknown as typeof marta;
    expect((await recall(admin, 'm2'))?.conversation.lastMessage).toMatchObject({ text: 'oops', by: 'agent' });
    expect(await recall(marta, 'm2')).toBeNull();
    expect((await recall(marta, 'm1'))?.conversation).toMatchObject({ teamMessages: 0, waitingSince: MONDAY });
    await talk.agent(marta, conversation, 'm3', 'this stays');
    await markReadByVisitor(talk.parts, anna, 99, MONDAY + 2);
    await expect(recall(marta, 'm3')).rejects.toMatchObject(refused('already_read'));
  });

  it('C4: a transcript stands in the team’s log', async () => {
    const { conversation, key } = await begun();
    await talk.agent(marta, conversation, 'm1', 'one');
    await recordTranscript(talk.parts, marta, key, 'anna@example.com', MONDAY);
    const wish = { id: messageIdOf('wish'), email: 'anna@example.com' };
    const asked = await recordTranscriptWish(talk.parts, anna, wish, MONDAY);
    expect(asked.ack).toMatchObject({ seq: 5, publicSeq: null });
    expect((await recordTranscriptWish(talk.parts, anna, wish, MONDAY)).change).toBeNull();
  });
});

describe('reading', () => {
  it('C4: each side’s mark goes forward and counts what is read', async () => {
    const { conversation, key } = await begun();
    await talk.agent(marta, conversation, 'm1', 'one');
    await talk.agent(marta, conversation, 'm2', 'two');
    const read = (seq: number) => markReadByVisitor(talk.parts, anna, seq, MONDAY);
    expect((await read(3))?.conversation).toMatchObject({ visitorReadSeq: 3, visitorReadMessages: 1 });
    expect(await read(2)).toBeNull();
    expect((await read(999))?.conversation).toMatchObject({ visitorReadSeq: 4, visitorReadMessages: 2 });
    expect(await markReadByVisitor(talk.parts, speaking('one', 'bruno'), 1, MONDAY)).toBeNull();
    const byMarta = await markReadByAgent(talk.parts, marta, key, 999, MONDAY);
    expect(byMarta).toMatchObject({ readBy: { agent: marta.agent, seq: 4, visitorMessages: 1 }, entries: [] });
    expect(await markReadByAgent(talk.parts, marta, key, 4, MONDAY)).toBeNull();
    const byLuca = await markReadByAgent(talk.parts, luca, key, 1, MONDAY);
    expect(byLuca).toMatchObject({ readBy: { seq: 1 }, conversation: { teamReadSeq: 4 } });
  });

  it('C2: marked unread for oneself alone', async () => {
    const { conversation, key } = await begun();
    await talk.agent(marta, conversation, 'm1', 'one');
    expect(await markUnread(talk.parts, marta, key, MONDAY)).toBeNull();
    await markReadByAgent(talk.parts, marta, key, 3, MONDAY);
    const unread = await markUnread(talk.parts, marta, key, MONDAY);
    expect(unread).toMatchObject({ readBy: { agent: marta.agent, seq: 0, visitorMessages: 0 } });
    expect(unread?.conversation.teamReadSeq).toBe(3);
  });
});
