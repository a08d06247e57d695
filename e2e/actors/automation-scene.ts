import { Automation } from './automation.ts';
import { ChatBox } from './chat-box.ts';
import { Inbox } from './inbox.ts';
import { test as base, loginOf } from './scene.ts';

interface Talk {
  /** Marco's rules and chatbots; he is signed in to the PRO account, and online. */
  readonly automation: Automation;
  readonly inbox: Inbox;
  /** Anna's chat box. */
  readonly chat: ChatBox;
}

/** Scenes in which the shop writes to Anna by itself. */
export const test = base.extend<Talk>({
  automation: async ({ marco, vetrina }, use) => {
    await marco.signsIn(loginOf(vetrina, 'PRO'));
    await use(new Automation(marco.page));
  },
  inbox: async ({ marco }, use) => use(new Inbox(marco.page)),
  chat: async ({ anna }, use) => use(new ChatBox(() => anna.tab)),
});
