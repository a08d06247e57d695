import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { expect, test } from 'vitest';
import { gateIn } from './box-actions.ts';
import type { BoxModel } from './box-model.ts';
import { EMPTY_LOG } from './conversation-log.ts';

const box = { ...DEFAULT_BOX, team: 'Shop', groups: [], askFirst: null };
const nobody: Pick<BoxModel, 'team' | 'answered'> = {
  team: { state: 'offline', agents: [] },
  answered: { form: false, agreed: false },
};

test('C5: while nobody is online the form stands before the composer', () => {
  expect(gateIn({ ...nobody, log: EMPTY_LOG }, box)).toBe('form');
  expect(gateIn({ ...nobody, log: { ...EMPTY_LOG, state: 'resolved' } }, box)).toBe('form');
});

test('V8: whom an agent writes to can answer, whoever is online', () => {
  expect(gateIn({ ...nobody, log: { ...EMPTY_LOG, state: 'open' } }, box)).toBe('none');
});
