import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';
import { device } from '../visitor-row.ts';

/**
 * How a text is held against a value; case and accents do not count. `matches`: `*` in the value stands for anything, so
 * that nobody's pattern can keep a page or a server busy (A2). What is not known counts as an empty text.
 */
export const TEXT_TESTS = ['is', 'is-not', 'contains', 'contains-not', 'starts-with', 'matches'] as const;
export const textTest = z.enum(TEXT_TESTS);
export type TextTest = z.infer<typeof textTest>;

/** Of what may be a text or a number: a page's own facts, and answers. */
export const VARIABLE_TESTS = [...TEXT_TESTS, 'at-least', 'at-most'] as const;

export const NUMBER_TESTS = ['is', 'at-least', 'at-most'] as const;
export const numberTest = z.enum(NUMBER_TESTS);
export type NumberTest = z.infer<typeof numberTest>;

/** One of several; `is-not`: none of them. */
export const CHOICE_TESTS = ['is', 'is-not'] as const;
const choiceTest = z.enum(CHOICE_TESTS);

const value = wireText(LIMITS.ruleValue).trim().min(1);
const text = { test: textTest, value } as const;
const wholeNumber = z.int().min(0).max(1_000_000);
const number = { test: numberTest, value: wholeNumber } as const;
const choices = <Choice extends z.ZodType>(choice: Choice) =>
  ({ test: choiceTest, values: z.array(choice).min(1).max(LIMITS.ruleValues) }) as const;

/** The campaign parameters of the visit's first page (`domain/source.ts`). */
export const CAMPAIGN_PARTS = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** A1, where: about the page. The address is the one the account keeps: its query is cut to the allow-list (T3). */
export const pageCondition = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('address'), ...text }),
  z.strictObject({ about: z.literal('title'), ...text }),
]);
export type PageCondition = z.infer<typeof pageCondition>;

/** A1, who: about the visitor and the visit. */
export const visitorCondition = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('visitor'), is: z.enum(['new', 'returning']) }),
  z.strictObject({ about: z.literal('customer'), is: z.boolean() }),
  /** This visit included. */
  z.strictObject({ about: z.literal('visits'), ...number }),
  z.strictObject({ about: z.literal('chats'), ...number }),
  /** ISO 3166-1 alpha-2. */
  z.strictObject({ about: z.literal('country'), ...choices(z.string().regex(/^[A-Z]{2}$/, 'not a country code')) }),
  z.strictObject({ about: z.literal('city'), ...text }),
  /** BCP 47: `de` means `de-AT` as well. */
  z.strictObject({ about: z.literal('language'), ...choices(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)) }),
  z.strictObject({ about: z.literal('device'), ...choices(device) }),
  z.strictObject({ about: z.literal('browser'), ...text }),
  z.strictObject({ about: z.literal('os'), ...text }),
  z.strictObject({ about: z.literal('referrer'), ...text }),
  z.strictObject({ about: z.literal('campaign'), part: z.enum(CAMPAIGN_PARTS), ...text }),
  z.strictObject({ about: z.literal('group'), ...text }),
  /** One of the page's own facts (I1). Numbers are compared as numbers. */
  z.strictObject({
    about: z.literal('variable'),
    name: wireText(LIMITS.variableKey).trim().min(1),
    test: z.enum(VARIABLE_TESTS),
    value,
  }),
]);
export type VisitorCondition = z.infer<typeof visitorCondition>;

export const condition = z.discriminatedUnion('about', [...pageCondition.options, ...visitorCondition.options]);
export type Condition = z.infer<typeof condition>;
