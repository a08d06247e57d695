import { z } from 'zod';
import { activity } from './messages/activity.ts';
import { goodbye } from './messages/goodbye.ts';
import { identify } from './messages/identify.ts';
import { pageViewed } from './messages/page-viewed.ts';
import { titleChanged } from './messages/title-changed.ts';

/** Everything a visitor's page may send, after its hello. */
export const fromVisitor = z.discriminatedUnion('type', [pageViewed, titleChanged, activity, identify, goodbye]);
export type FromVisitor = z.infer<typeof fromVisitor>;
