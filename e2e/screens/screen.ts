import type { Locator, Page } from '@playwright/test';
import type { World } from './world.ts';

/**
 * Who looks: owner and agent of PRO; the owners of FREE and of STANDARD, whose shop nobody has found yet; somebody who is not
 * signed in; whoever sets a fresh server up; a visitor of the PRO shop, or of the FREE one, where nobody is at work.
 */
export type Who = 'owner' | 'agent' | 'free' | 'nobody-came' | 'nobody' | 'founder' | 'visitor' | 'late-visitor';

/** One look at a screen: the page, and the words it says in the language of the look. */
export interface Look {
  readonly page: Page;
  readonly world: World;
  readonly isPhone: boolean;
  /** A catalogue's words as they stand on the screen: what is filled in matches anything. */
  say(key: string): RegExp;
  /** The button of that name, the first if there are several. */
  button(key: string): Locator;
  /** Presses it. */
  presses(key: string): Promise<void>;
}

/** A screen, or a state of one worth looking at. */
export interface Screen {
  /** Of its picture too: letters and hyphens. */
  readonly name: string;
  readonly who: Who;
  readonly at: string | ((world: World) => string);
  /** Before the page is opened: what its network answers. */
  readonly first?: (look: Look) => Promise<unknown>;
  /** What somebody does there. Nothing that stays: other looks follow in the same world. */
  readonly deeds?: (look: Look) => Promise<unknown>;
  /** What is there once it can be looked at; a heading of the first level unless said. */
  readonly shows?: (look: Look) => Locator;
  /** It exists on this size only. */
  readonly only?: 'desk' | 'phone';
  /** What a page says of a network that was cut on purpose is no fault. */
  readonly isBroken?: true;
}
