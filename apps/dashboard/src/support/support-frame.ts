import { version } from '../../package.json' with { type: 'json' };
import { call } from '../api/client.ts';
import { type FrameNews, readFrameNews } from './frame-news.ts';

/** `vetrina(…)` before the loader has come: a queue that it takes over (docs/javascript-api.md). */
type Vetrina = ((...said: readonly unknown[]) => void) & { _: (readonly unknown[])[] };

interface Page {
  vetrina: Vetrina;
  _vetrina: { key?: string; frames: true };
}

/**
 * S1: the page inside the dashboard that carries the operator's chat box. A page of its own, so that the box follows its
 * address and not the dashboard's, which names visitors and conversations; and so that the dashboard's policy stays as it is.
 */
async function carryBox(page: Window & typeof globalThis & Partial<Page>): Promise<void> {
  const queue: Vetrina['_'] = [];
  const vetrina: Vetrina = Object.assign((...said: readonly unknown[]) => void queue.push(said), { _: queue });
  const settings: Page['_vetrina'] = { frames: true };
  Object.assign(page, { vetrina, _vetrina: settings });
  const asked = new URLSearchParams(page.location.search);
  const said = (...words: readonly unknown[]): void => page.vetrina?.(...words);
  const tell = (news: FrameNews): void => page.parent.postMessage(news, page.location.origin);
  page.addEventListener('message', ({ data, source, origin }) => {
    if (source !== page.parent || origin !== page.location.origin) return;
    const order = readFrameNews(data);
    if (order?.support !== 'open') return;
    said('variables', { screen: order.screen });
    said('chat:open');
  });

  const support = await call('support', {});
  if (support.is !== 'chat') return;
  const { userId, signature, name, email, account, plan, role, group } = support.customer;
  const variables = { account, plan, role, version, screen: asked.get('screen') };
  said('identify', { userId, signature, name, email, variables, ...(group && { group }) });
  said('language', asked.get('language'));
  said('on', 'messenger_close', () => tell({ support: 'closed' }));
  said('on', 'message_received', () => tell({ support: 'answered' }));
  // Asked for with the frame: whoever presses "Write to us" wants the box, whatever the settings hide.
  if (asked.has('open')) said('chat:open');
  settings.key = support.key;
}

void carryBox(window);
