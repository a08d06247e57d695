import type { Page } from '@playwright/test';
import { drawFlow, type Sketch } from '@vetrina/domain/chatbots/sketch';
import type { RuleDraft, Trigger } from '@vetrina/protocol/automation/rule';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';
import type { ChatbotId, FlowBlockId } from '@vetrina/protocol/ids';

/** What a scene says of a rule; everything else is as it is when nobody chose it. */
export interface Wish extends Partial<Omit<RuleDraft, 'logic' | 'action'>> {
  readonly when: Trigger;
  readonly says: string;
  readonly logic?: Partial<RuleDraft['logic']>;
  readonly opensBox?: boolean;
}

const ALWAYS = { match: 'all', list: [] } as const satisfies RuleDraft['logic']['where'];

function draftOf({ when, says, logic, opensBox = false, ...rest }: Wish): RuleDraft {
  return {
    name: says.slice(0, 40),
    logic: {
      ...{ when, delay: 0, where: ALWAYS, who: ALWAYS, schedule: { team: 'any', times: null } },
      ...logic,
    },
    action: { does: 'write', text: says, from: null, opensBox },
    ...{ repeat: 'visitor', stopWhenAnswered: true, holdOut: 0, goal: null },
    ...rest,
  };
}

/** The automatic messages of the account whose owner is signed in on this page, by the public interface. */
export class Automation {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Makes a rule and switches it on; it stands behind those made before. */
  async begins(wish: Wish): Promise<void> {
    await this.#switchesOn(draftOf(wish));
  }

  /** The same, for a rule that starts the chatbot whose page is open. */
  async beginsChatbot(when: Trigger): Promise<void> {
    const chatbot = new URL(this.#page.url()).pathname.split('/').at(-1) as ChatbotId;
    await this.#startsWhen(when, chatbot);
  }

  /** Draws a chatbot, publishes it, and has a rule start it when `when` happens. */
  async letsAChatbotTalk(name: string, sketch: Sketch, when: Trigger): Promise<void> {
    const ids = Object.keys(sketch).map((_, place) => `fb${String(place).padStart(22, '0')}` as FlowBlockId);
    const draft = drawFlow(sketch, () => ids.shift() as FlowBlockId);
    const bot = (await this.#post('/api/v1/chatbots', { name, draft })) as Chatbot;
    await this.#post(`/api/v1/chatbots/${bot.id}/publish`, { changedAt: bot.changedAt });
    await this.#startsWhen(when, bot.id);
  }

  #startsWhen(when: Trigger, chatbot: ChatbotId): Promise<void> {
    const draft = draftOf({ when, says: 'It starts a chatbot' });
    return this.#switchesOn({ ...draft, action: { does: 'start-chatbot', chatbot, opensBox: true } });
  }

  async #switchesOn(draft: RuleDraft): Promise<void> {
    const rule = (await this.#post('/api/v1/rules', { draft, preset: null })) as { id: string };
    await this.#post(`/api/v1/rules/${rule.id}/switch`, { isOn: true });
  }

  #post(path: string, body: object): Promise<unknown> {
    return this.#page.evaluate(
      async ([to, json]) => {
        const response = await fetch(to, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: json,
        });
        if (!response.ok) throw new Error(`${to}: ${response.status} ${await response.text()}`);
        return response.json();
      },
      [path, JSON.stringify(body)] as const,
    );
  }
}
