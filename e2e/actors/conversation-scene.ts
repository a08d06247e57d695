import { ChatBox } from './chat-box.ts';
import { Inbox } from './inbox.ts';
import { test as base, loginOf } from './scene.ts';

interface Talk {
  /** Anna's chat box; she is in the shop and has said her name. */
  readonly chat: ChatBox;
  /** Marco's inbox; he is signed in to the PRO account and looks at it. */
  readonly inbox: Inbox;
}

/** Scenes of a conversation begin with Marco at his inbox and Anna in the shop. */
export const test = base.extend<Talk>({
  chat: async ({ anna }, use) => {
    await anna.opens();
    await anna.pageSays('name', 'Anna');
    await use(new ChatBox(() => anna.tab));
  },
  inbox: async ({ marco, vetrina }, use) => {
    const inbox = new Inbox(marco.page);
    await marco.signsIn(loginOf(vetrina, 'PRO'));
    await inbox.opens();
    await use(inbox);
  },
});
