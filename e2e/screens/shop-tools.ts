import { flowFromTemplate } from '@vetrina/domain/chatbots/templates';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';
import type { Invitation } from '@vetrina/protocol/http/team';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import type { Api } from './api.ts';
import { readCatalogue, wordOf } from './words.ts';

/** What the owner of a shop has set up by and by. */
export interface ShopTools {
  readonly tags: readonly string[];
  readonly chatbot: string;
  readonly invitation: string;
  /** A saved view. */
  readonly view: string;
}

const TAGS = [
  { name: 'order', color: 'teal', description: 'Wants to buy something' },
  { name: 'urgent', color: 'red', description: '' },
  { name: 'A remarkably long tag that somebody made up', color: 'violet', description: 'Nobody knows why' },
];

const SHORTCUTS = [
  { name: 'hours', text: 'We are open from Tuesday to Saturday, 10 to 19.', scope: 'team' },
  { name: 'returns', text: 'You can bring it back within thirty days.', scope: 'personal' },
];

const VIEWS = [
  { name: 'In the cart', color: 'teal', shared: false, query: 'page:cart' },
  { name: 'From the newsletter, and back again within the week', color: 'violet', shared: false, query: 'visits:>1' },
  { name: 'Italy', color: 'red', shared: true, query: 'country:it' },
];

async function savesViews(owner: Api): Promise<string> {
  const ids = [];
  for (const { query, ...view } of VIEWS) {
    const asks = { filter: 'all', query, sort: { column: 'status', direction: 'descending' } };
    const body = { draft: { ...view, asks }, alert: { sound: view.shared, push: false } };
    ids.push((await owner.send<{ id: string }>('POST', '/api/v1/views', body)).id);
  }
  return ids[0] ?? '';
}

/** Automatic messages are those of the demo; the rest is made here, by the public interface. */
export async function setUpShop(owner: Api, agent: Api): Promise<ShopTools> {
  const tags = [];
  for (const tag of TAGS) tags.push((await owner.send<{ id: string }>('POST', '/api/v1/tags', tag)).id);
  for (const shortcut of SHORTCUTS) await owner.send('POST', '/api/v1/shortcuts', shortcut);
  await agent.send('POST', '/api/v1/shortcuts', { name: 'bye', text: 'Have a nice day!', scope: 'personal' });
  await owner.send('POST', '/api/v1/ip-blocks', { pattern: '203.0.113.*' });
  const invitation = await owner.send<Invitation>('POST', '/api/v1/invitations', {
    email: 'new.colleague@example.com',
    role: 'agent',
    groups: [],
  });
  return {
    tags,
    chatbot: await drawsChatbot(owner),
    invitation: invitation.link?.split('/').at(-1) ?? '',
    view: await savesViews(owner),
  };
}

async function drawsChatbot(owner: Api): Promise<string> {
  const words = await readCatalogue('en');
  let count = 0;
  const newId = (): FlowBlockId => {
    count += 1;
    return `fb${String(count).padStart(22, '0')}` as FlowBlockId;
  };
  const draft = flowFromTemplate('lead', (word) => wordOf(words, `chatbots.templates.lead.words.${word}`), newId);
  const bot = await owner.send<Chatbot>('POST', '/api/v1/chatbots', { name: 'Call me back', draft });
  await owner.send('POST', `/api/v1/chatbots/${bot.id}/publish`, { changedAt: bot.changedAt });
  return bot.id;
}
