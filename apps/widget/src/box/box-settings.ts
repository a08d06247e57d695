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
  const { box, may } = config;
  const said = (name: PageOption): boolean | null => yesOrNo(option(name));
  // P: a page may turn everything off, and on what the account's plan has.
  const bought = (name: PageOption, allowed: boolean): boolean | null => (allowed || !said(name) ? said(name) : null);
  const side = option('orientation');
  const color = hexColour(option('color'));
  const url = option('privacyNoticeUrl');
  return {
    ...box,
    team: config.accountName,
    groups: config.groups,
    askFirst: bought('requireLogin', may.askFirst),
    side: side === 'left' || side === 'right' ? side : box.side,
    color: color ?? box.color,
    offsetX: pixels(option('offsetX')) ?? box.offsetX,
    offsetY: pixels(option('offsetY')) ?? box.offsetY,
    zIndex: whole(option('zIndex')) ?? box.zIndex,
    hidden: bought('hideWidget', may.hideBox) ?? box.hidden,
    hiddenOnPhones: bought('hideMobileWidget', may.hideBox) ?? box.hiddenOnPhones,
    hiddenWhenOffline: bought('hideOfflineChat', may.hideBox) ?? box.hiddenWhenOffline,
    rating: bought('ratingEnabled', may.rate) ?? box.rating,
    privacy: {
      // What the account demands a page may only tighten: the server refuses who has not agreed.
      shown: box.privacy.mustAgree || (said('privacyNoticeEnabled') ?? box.privacy.shown),
      url: typeof url === 'string' && /^https?:\/\//i.test(url) ? url : box.privacy.url,
      mustAgree: box.privacy.mustAgree || said('privacyNoticeCheckRequired') === true,
    },
  };
}

interface Seen {
  readonly box: Pick<BoxSettings, 'hidden' | 'hiddenOnPhones' | 'hiddenWhenOffline'>;
  /** `unknown`: the server has not said yet whether somebody is there. */
  readonly state: BoxState['state'] | 'unknown';
  /** The window is as narrow as a phone's. */
  readonly narrow: boolean;
  /** The last word of the page: `chat:show` or `chat:hide`. */
  readonly page: 'show' | 'hide' | 'silent';
  /** The panel is open, or a conversation goes on. */
  readonly chatting: boolean;
}

/**
 * Is there a box on the page? None for the blocked, whatever else is said (C7). Then the page's last word counts, then that
 * no setting takes away a box in use, then the settings.
 */
export function isBoxShown({ box, state, narrow, page, chatting }: Seen): boolean {
  if (state === 'hidden' || page === 'hide') return false;
  if (page === 'show' || chatting) return true;
  return !box.hidden && !(narrow && box.hiddenOnPhones) && !(state !== 'online' && box.hiddenWhenOffline);
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
