import { z } from 'zod';
import { pageViewId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { mendedText, pageUrl } from '../text.ts';

/** A page as the browser sees it. `referrer` is the document's for the first page, the previous address afterwards. */
export const page = z.strictObject({
  id: pageViewId,
  url: pageUrl(LIMITS.url),
  title: mendedText(LIMITS.title),
  referrer: mendedText(LIMITS.url).optional(),
});
export type Page = z.infer<typeof page>;
