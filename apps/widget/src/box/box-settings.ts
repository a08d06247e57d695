import type { BoxSettings } from '@vetrina/protocol/http/box';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { BoxState } from '@vetrina/protocol/messages/chat';
import type { Bridge, PageOption } from '../bridge.ts';
import { hexColour } from './colours.ts';

/** The account's box as this page wants it. */
export interface PageBox extends BoxSettings {
  readonly team: string;
  readonly groups: WidgetConfig['groups'];
  /** The page has said whether a form comes before the chat; null: the account's settings hold. */
  readonly askFirst: boolean | null;
}

/** C1: what the page says in its snippet goes before the account's settings; what makes no sense is passed over. */
export function pageBox(config: WidgetConfig, option: (name: PageOption) => unknown): PageBox {
  const { box } = config;
  const side = option('orientation');
  const color = hexColour(option('color'));
  const url = option('privacyNoticeUrl');
  return {
    ...box,
    team: config.accountName,
    groups: config.groups,
    askFirst: yesOrNo(option('requireLogin')),
    side: side === 'left' || side === 'right' ? side : box.side,
    color: color ?? box.color,
    offsetX: pixels(option('offsetX')) ?? box.offsetX,
    offsetY: pixels(option('offsetY')) ?? box.offsetY,
    zIndex: whole(option('zIndex')) ?? box.zIndex,
    hidden: yesOrNo(option('hideWidget')) ?? box.hidden,
    hiddenOnPhones: yesOrNo(option('hideMobileWidget')) ?? box.hiddenOnPhones,
    hiddenWhenOffline: yesOrNo(option('hideOfflineChat')) ?? box.hiddenWhenOffline,
    rating: yesOrNo(option('ratingEnabled')) ?? box.rating,
    privacy: {
      // What the account demands a page may only tighten: the server refuses who has not agreed.
      shown: box.privacy.mustAgree || (yesOrNo(option('privacyNoticeEnabled')) ?? box.privacy.shown),
      url: typeof url === 'string' && /^https?:\/\//i.test(url) ? url : box.privacy.url,
      mustAgree: box.privacy.mustAgree || yesOrNo(option('privacyNoticeCheckRequired')) === true,
    },
  };
}

interface Seen {
  readonly box: Pick<BoxSettings, 'hidden' | 'hiddenOnPhones' | 'hiddenWhenOffline'>;
  readonly state: BoxState['state'];
  readonly phone: boolean;
  /** The last word of the page: `chat:show` or `chat:open`, or `chat:hide`. */
  readonly page: 'show' | 'hide' | 'silent';
  /** In the middle of a conversation nobody's box goes. */
  readonly chatting: boolean;
}

/** Is there a box on the page? The server's `hidden` (blocked) goes before everything, then the page's last word. */
export function isBoxShown({ box, state, phone, page, chatting }: Seen): boolean {
  if (state === 'hidden' || page === 'hide') return false;
  if (page === 'show' || chatting) return true;
  return !box.hidden && !(phone && box.hiddenOnPhones) && !(state === 'offline' && box.hiddenWhenOffline);
}

/** The other product's pages write switches as true, 1 and 'true'. */
function yesOrNo(value: unknown): boolean | null {
  if (value === true || value === 1 || value === 'true' || value === '1') return true;
  if (value === false || value === 0 || value === 'false' || value === '0') return false;
  return null;
}

function whole(value: unknown): number | null {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.max(0, Math.round(number)) : null;
}

/** As far from the edge as the settings allow. */
function pixels(value: unknown): number | null {
  const number = whole(value);
  return number === null ? null : Math.min(500, number);
}

export const boxOf = (bridge: Bridge): PageBox => pageBox(bridge.config, bridge.option);
