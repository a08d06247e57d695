import { z } from 'zod';
import { pageViewId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { mendedText } from '../text.ts';

/** The current page's title became known or changed (single-page applications set it late). */
export const titleChanged = z.strictObject({
  type: z.literal('title-changed'),
  page: pageViewId,
  title: mendedText(LIMITS.title),
});
export type TitleChanged = z.infer<typeof titleChanged>;
