import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { expect, it } from 'vitest';
import { boughtByChange, boxOnPlan } from './plan-box.ts';

const form = (facts: Partial<typeof DEFAULT_BOX.form>) => ({ ...DEFAULT_BOX.form, ...facts });

it('P: what the plan lacks counts as off', () => {
  const all = {
    ...DEFAULT_BOX,
    hidden: true,
    hiddenOnPhones: true,
    form: form({ beforeChat: true, group: 'optional' }),
  };
  expect(boxOnPlan(all, 'PRO')).toEqual(all);
  expect(boxOnPlan(all, 'STANDARD')).toEqual({ ...all, form: form({ beforeChat: true }) });
  expect(boxOnPlan(all, 'FREE')).toEqual({ ...DEFAULT_BOX, rating: false });
});

it('P: turning on what the plan lacks is a purchase, leaving it as it was is not', () => {
  expect(boughtByChange(DEFAULT_BOX, { ...DEFAULT_BOX, hiddenWhenOffline: true }, 'FREE')).toBe('hide-box');
  expect(boughtByChange(DEFAULT_BOX, { ...DEFAULT_BOX, form: form({ beforeChat: true }) }, 'FREE')).toBe(
    'contact-form-online',
  );
  const silent = { ...DEFAULT_BOX, rating: false };
  expect(boughtByChange(silent, DEFAULT_BOX, 'FREE')).toBe('rating');
  expect(boughtByChange(DEFAULT_BOX, { ...DEFAULT_BOX, title: 'Ciao' }, 'FREE')).toBeNull();
  expect(boughtByChange(DEFAULT_BOX, { ...DEFAULT_BOX, form: form({ group: 'required' }) }, 'STANDARD')).toBe('groups');
  expect(boughtByChange(silent, DEFAULT_BOX, 'STANDARD')).toBeNull();
});
