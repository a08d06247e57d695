import { useQuery } from '@tanstack/react-query';
import type { BotInput } from '@vetrina/domain/chatbots/bot-state';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { AgentId } from '@vetrina/protocol/ids';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import {
  beginTalk,
  type PreviewCall,
  type PreviewTalk,
  type PreviewWorld,
  play,
  waitThere,
  withLine,
} from './preview-talk.ts';

/** What a call to the outside came to, and why it failed. */
interface Answer {
  readonly input: BotInput;
  readonly failed?: { readonly of: 'webhook' | 'model'; readonly because: string };
}

/**
 * A talk with the bot as it is drawn now: changes to the flow hold from the next step on. Webhooks and models are asked once
 * each, by the server, as they would be for a visitor.
 */
export function usePreview(flow: Flow) {
  const { data: agents = [] } = useQuery(queries.agents);
  const { data: groups = [] } = useQuery(queries.groups);
  const [isTeamThere, setTeamThere] = useState(true);
  const world: PreviewWorld = {
    isTeamThere,
    agents: agents.map(({ id }) => id as AgentId),
    groups: groups.map(({ key }) => key),
    page: { address: 'https://shop.example/cart', title: '' },
  };
  const [talk, setTalk] = useState<PreviewTalk>(() => beginTalk(flow, world, Date.now()));
  const latest = useRef({ flow, world });
  Object.assign(latest.current, { flow, world });

  const { call: wanted } = talk;
  useEffect(() => {
    if (wanted === null) return;
    let isWanted = true;
    void ask(wanted).then(({ input, failed }) => {
      if (!isWanted) return;
      setTalk((now) => {
        const told = failed ? withLine(now, { by: 'failure', ...failed }) : now;
        return play({ ...told, call: null }, latest.current.flow, input, latest.current.world);
      });
    });
    return () => {
      isWanted = false;
    };
  }, [wanted]);

  return {
    ...{ talk, isTeamThere, setTeamThere },
    say: (text: string) => setTalk((now) => play(now, flow, { came: 'said', text }, world)),
    wait: () => setTalk((now) => waitThere(now, flow, world)),
    restart: () => setTalk(beginTalk(flow, world, Date.now())),
  };
}

async function ask(wanted: PreviewCall): Promise<Answer> {
  const { call: number } = wanted;
  if (wanted.do === 'call-webhook') {
    const outcome = await call('tryWebhook', { body: wanted.request }).catch(() => null);
    if (outcome?.outcome === 'ok')
      return { input: { came: 'webhook-answered', call: number, answers: outcome.answers } };
    const because = outcome === null ? 'unreachable' : (outcome.status?.toString() ?? outcome.because);
    return { input: { came: 'webhook-failed', call: number }, failed: { of: 'webhook', because } };
  }
  const outcome = await call('tryModel', { body: wanted.request }).catch(() => null);
  if (outcome?.outcome === 'ok') return { input: { came: 'model-answered', call: number, text: outcome.text } };
  return {
    input: { came: 'model-failed', call: number },
    failed: { of: 'model', because: outcome?.because ?? 'unreachable' },
  };
}
