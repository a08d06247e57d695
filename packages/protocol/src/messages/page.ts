import { z } from 'zod';
import { pageViewId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText, wireUrl } from '../text.ts';

/** A page as the browser sees it. `referrer` is the document's for the first page, the previous address afterwards. */
export const page = z.strictObject({
  id: pageViewId,
  url: wireUrl(LIMITS.url),
  title: wireText(LIMITS.title),
  referrer: wireText(LIMITS.url).optional(),
});
export type Page = z.infer<typeof page>;
