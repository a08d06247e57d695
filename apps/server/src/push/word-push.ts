import type { PushedNotification, PushPayload, PushTarget } from '@vetrina/protocol/push';
import { cs } from './catalogues/cs.ts';
import { de } from './catalogues/de.ts';
import { en } from './catalogues/en.ts';
import { es } from './catalogues/es.ts';
import { fr } from './catalogues/fr.ts';
import { hu } from './catalogues/hu.ts';
import { it } from './catalogues/it.ts';
import { nl } from './catalogues/nl.ts';
import { pl } from './catalogues/pl.ts';
import type { PushWords } from './catalogues/push-words.ts';
import { cutToBytes } from './cut-to-bytes.ts';

const WORDS: Readonly<Record<string, PushWords>> = { en, it, cs, de, es, fr, hu, nl, pl };

/** Push services take 4,096 bytes, encrypted (RFC 8030 section 7.2); what is left of 3,000 is for everything beside the words. */
const LONGEST = { title: 300, body: 2_000 };

/** What the service worker shows: in the language of the catalogues that is nearest to `wanted` (BCP 47). */
export function wordPush(payload: PushPayload, wanted: string, unread: number | null): PushedNotification {
  const near = wanted.toLowerCase().split(/[-_]/)[0] ?? '';
  const language = Object.hasOwn(WORDS, near) ? near : 'en';
  const { title, body } = wording(WORDS[language] ?? en, payload);
  return {
    title: cutToBytes(title, LONGEST.title),
    body: cutToBytes(body, LONGEST.body),
    ...{ language, tag: tagOf(payload), at: payload.at, unread, target: targetOf(payload) },
  };
}

function wording(words: PushWords, payload: PushPayload): { readonly title: string; readonly body: string } {
  switch (payload.kind) {
    case 'conversation': {
      const who = nameOf(words, payload.visitor);
      return { title: conversationTitle(words, payload.because, who), body: payload.text };
    }
    case 'visitors-came':
      return { title: words.visitorsCame(payload.count, nameOf(words, payload.visitor)), body: words.onYourSite };
    case 'view-entered': {
      const who = nameOf(words, payload.visitor);
      return { title: words.viewEntered(payload.count, who, payload.view.name), body: words.onYourSite };
    }
    case 'test':
      return words.test;
  }
}

type Because = Extract<PushPayload, { kind: 'conversation' }>['because'];

function conversationTitle(words: PushWords, because: Because, who: string): string {
  switch (because) {
    case 'new-conversation':
      return words.newConversation(who);
    case 'new-message':
      return who;
    case 'assigned':
      return words.assigned(who);
  }
}

const nameOf = (words: PushWords, { name, number }: { name: string | null; number: number }): string =>
  name ?? words.visitor(number);

/** The same thing again takes the place of what was said before. */
function tagOf(payload: PushPayload): string {
  switch (payload.kind) {
    case 'conversation':
      return payload.conversation;
    case 'view-entered':
      return `view-entered ${payload.view.id}`;
    case 'visitors-came':
    case 'test':
      return payload.kind;
  }
}

function targetOf(payload: PushPayload): PushTarget {
  switch (payload.kind) {
    case 'conversation':
      return { to: 'conversation', conversation: payload.conversation };
    case 'visitors-came':
      return payload.count === 1 ? { to: 'visitor', visitor: payload.visitor.id } : { to: 'visitors' };
    case 'view-entered':
      return payload.count === 1
        ? { to: 'visitor', visitor: payload.visitor.id }
        : { to: 'view', view: payload.view.id };
    case 'test':
      return { to: 'notification-settings' };
  }
}
