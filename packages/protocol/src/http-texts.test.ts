import { expect, it } from 'vitest';
import type { z } from 'zod';
import { accountSettings } from './http/account.ts';
import { conversationSearch } from './http/conversations.ts';
import { signUp } from './http/sign-in.ts';
import { acceptInvitation, profileEdit } from './http/team.ts';

const PERSON = { name: 'Anna', email: 'anna@example.com', password: 'correct horse battery', accountName: 'Shop' };

/** Texts that reach a database, each in a request that is right but for that text. */
const TEXTS: readonly (readonly [string, z.ZodType, (text: string) => object])[] = [
  ['search text', conversationSearch, (text) => ({ text })],
  ['search page', conversationSearch, (page) => ({ page })],
  ['search group', conversationSearch, (group) => ({ group })],
  ['search after', conversationSearch, (after) => ({ after })],
  ['sign-up name', signUp, (name) => ({ ...PERSON, name })],
  ['sign-up account', signUp, (accountName) => ({ ...PERSON, accountName })],
  ['invited name', acceptInvitation, (name) => ({ name, password: PERSON.password })],
  ['profile name', profileEdit, (name) => ({ name })],
  ['account name', accountSettings, (name) => ({ name })],
];

it.each(TEXTS)('bad input: %s that PostgreSQL could not hold is refused', (_what, schema, said) => {
  expect(schema.safeParse(said('a')).success).toBe(true);
  for (const text of ['a\0', 'a\ud800']) expect(schema.safeParse(said(text)).success).toBe(false);
});
