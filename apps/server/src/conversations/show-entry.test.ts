import type { LogBody, LogEntry } from '@vetrina/domain/conversation';
import { entry as entrySchema, publicEntry } from '@vetrina/protocol/conversation';
import type { AgentId, FileId, MessageId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import { filesOf, showEntry, showPublicEntry } from './show-entry.ts';

const marta = `ag${'m'.repeat(22)}` as AgentId;
const file = `fi${'f'.repeat(22)}` as FileId;
const id = 'm'.repeat(22) as MessageId;
const card = { id: file, name: 'a.png', bytes: 3, mediaType: 'image/png', picture: null, url: '/files/x' };
const shown = {
  face: (agent: AgentId) => ({ id: agent, name: 'Marta', photo: null }),
  files: new Map([[file, card]]),
};

const entryWith = (body: LogBody, facts: Partial<LogEntry> = {}): LogEntry => ({
  ...{ seq: 7, publicSeq: 4, id, at: 1, sender: { who: 'agent', agent: marta }, body, recalled: false },
  ...facts,
});

const PUBLIC: readonly LogBody[] = [
  { kind: 'text', text: 'hi' },
  { kind: 'file', file },
  { kind: 'joined' },
  { kind: 'left' },
  { kind: 'resolved' },
  { kind: 'reopened' },
  { kind: 'rated', value: 5, comment: '' },
  { kind: 'recalled', message: id },
  { kind: 'contact', name: 'Anna', email: null, phone: null },
];
const TEAM_ONLY: readonly LogBody[] = [
  { kind: 'note', text: 'secret' },
  { kind: 'assigned', agent: marta },
  { kind: 'unassigned', agent: marta },
  { kind: 'transferred', to: { to: 'agent', agent: marta } },
  { kind: 'transferred', to: { to: 'group', group: 'sales' } },
  { kind: 'transcript-sent', email: 'a@example.com' },
];

it('C3: every entry is shown to the team in its place, as the wire has it', () => {
  for (const body of [...PUBLIC, ...TEAM_ONLY]) {
    const entry = showEntry(entryWith(body), shown);
    expect(entrySchema.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({ seq: 7, publicSeq: 4, body: { kind: body.kind } });
  }
});

it('C4: the visitor is shown what is public, in the place that it has for them, and nothing else', () => {
  for (const body of PUBLIC) {
    const entry = showPublicEntry(entryWith(body), shown);
    expect(publicEntry.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({ seq: 4, body: { kind: body.kind } });
  }
  for (const body of TEAM_ONLY) {
    expect(showPublicEntry(entryWith(body, { publicSeq: null }), shown)).toBeNull();
    // Even if one were ever given a place by mistake.
    expect(showPublicEntry(entryWith(body), shown)).toBeNull();
  }
});

it('V8: what was taken back never reaches the visitor, and stays for the team', () => {
  for (const body of [
    { kind: 'text', text: 'wrong window' },
    { kind: 'file', file },
  ] as const) {
    const entry = entryWith(body, { recalled: true });
    expect(showPublicEntry(entry, shown)?.body).toEqual({ kind: 'taken-back' });
    expect(showEntry(entry, shown)).toMatchObject({ recalled: true, body: { kind: body.kind } });
  }
});

it('C4: a file that is gone keeps its place', () => {
  const entry = entryWith({ kind: 'file', file });
  expect(filesOf([entry, entryWith({ kind: 'joined' })])).toEqual([file]);
  expect(showEntry(entry, { ...shown, files: new Map() }).body).toMatchObject({ file: { id: file, url: '' } });
});
