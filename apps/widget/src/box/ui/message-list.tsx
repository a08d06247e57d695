import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { isAttended } from '../box-actions.ts';
import type { BoxModel } from '../box-model.ts';
import { hasOlder } from '../conversation-log.ts';
import { type Block, blocksOf } from '../message-groups.ts';
import { withPending } from '../pending.ts';
import { startOfDay, type Texts } from '../texts.ts';
import { FacePicture, nameOf } from './face.tsx';
import { Icon } from './icons.tsx';
import { GroupView, Linked } from './message-line.tsx';
import { useParts } from './parts.ts';
import { useScroll } from './use-scroll.ts';

/** `children`: what stands below the messages and scrolls with them (form, rating). */
export function MessageList({ now, children }: { now: BoxModel; children: ComponentChildren }): JSX.Element {
  const { actions, clock, window: w } = useParts();
  const { outbox, texts, typing, clockAhead, pending } = now;
  const log = useMemo(() => withPending(now.log, pending), [now.log, pending]);
  const scroll = useScroll(w, { log, sent: outbox.length, older: () => actions.older() });
  // Kept as they are while other things of the box change: typing a letter must not redraw three hundred messages.
  const blocks = useMemo(() => {
    const all = blocksOf(log, outbox, (at) => String(startOfDay(at)));
    const lastGroup = all.findLast(({ is }) => is === 'group');
    return all.map((block) => (
      <BlockView key={block.key} block={block} texts={texts} isLast={block === lastGroup} now={clock() + clockAhead} />
    ));
  }, [log, outbox, texts, clockAhead]);
  return (
    <div class="messages">
      <section
        class="scroller"
        ref={scroll.scroller}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls with the arrow keys
        tabIndex={0}
        aria-label={texts.text('messages')}
      >
        <div class="content" ref={scroll.content}>
          {now.fetchingOlder && <p class="event">{texts.text('older')}</p>}
          {!hasOlder(log) && <Greeting now={now} isSaid={log.entries[0]?.author.who === 'automation'} />}
          <div role="log" aria-live="off" aria-label={texts.text('chat')}>
            {blocks}
          </div>
          {typing && (
            <div class="typing">
              <FacePicture face={typing} />
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              <span>{texts.text('typing', { name: typing.name })}</span>
            </div>
          )}
          {children}
        </div>
      </section>
      {scroll.unseen > 0 && (
        <button type="button" class="pill" onClick={scroll.toEnd}>
          <Icon name="down" />
          {texts.counted('newMessages', scroll.unseen)}
        </button>
      )}
    </div>
  );
}

/** C1: own words of the account, or the built-in ones, above the first message; `isSaid`: a rule or a chatbot greets already. */
function Greeting({ now, isSaid }: { now: BoxModel; isSaid: boolean }): JSX.Element | null {
  const { box } = useParts();
  const { texts } = now;
  const hasNotice = box.privacy.shown && !box.privacy.mustAgree;
  if (isSaid && !hasNotice) return null;
  const words = isAttended(now) ? box.welcome || texts.text('welcome') : box.offlineText || texts.text('offlineText');
  return (
    <div class="greeting" dir="auto">
      {!isSaid && (
        <p>
          <Linked text={words} />
        </p>
      )}
      {hasNotice && (
        <p class="small">
          <PrivacyText words={texts.text('privacyNotice')} url={box.privacy.url} />
        </p>
      )}
    </div>
  );
}

/** The words in brackets become the link; without an address they are words. */
export function PrivacyText({ words, url }: { readonly words: string; readonly url: string }): JSX.Element {
  const [before = '', linked = '', after = ''] = words.split(/[[\]]/);
  return (
    <>
      {before}
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {linked}
        </a>
      ) : (
        linked
      )}
      {after}
    </>
  );
}

function BlockView(props: { block: Block; texts: Texts; isLast: boolean; now: number }): JSX.Element | null {
  const { block, texts, isLast, now } = props;
  switch (block.is) {
    case 'day':
      return <p class="day">{texts.day(block.at, now)}</p>;
    case 'event': {
      const words = eventWords(block.entry, texts);
      return words ? <p class="event">{words}</p> : null;
    }
    case 'group':
      return <GroupView group={block} texts={texts} isLast={isLast} />;
  }
}

function eventWords({ author, body }: PublicEntry, texts: Texts): string | null {
  const name = nameOf(author, texts);
  switch (body.kind) {
    case 'joined':
      return texts.text('joined', { name });
    case 'left':
      return texts.text('left', { name });
    case 'resolved':
      return texts.text('resolved');
    case 'reopened':
      return texts.text('reopened');
    case 'contact':
      return texts.text('contactSent');
    default:
      return null;
  }
}
