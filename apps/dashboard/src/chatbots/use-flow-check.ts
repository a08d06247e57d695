import { useQuery } from '@tanstack/react-query';
import { checkFlow, type FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { AgentId } from '@vetrina/protocol/ids';
import { useMemo } from 'react';
import { queries } from '../api/queries.ts';
import { chatbotQueries } from './chatbot-queries.ts';

const NONE: readonly FlowProblem[] = [];

/** What the flow on screen lacks; nothing until it is known who is on the team. */
export function useFlowCheck(flow: Flow): readonly FlowProblem[] {
  const { data: agents } = useQuery(queries.agents);
  const { data: groups } = useQuery(queries.groups);
  const { data: surroundings } = useQuery(chatbotQueries.surroundings);
  return useMemo(() => {
    if (!agents || !groups || !surroundings) return NONE;
    return checkFlow(flow, {
      agents: agents.map(({ id }) => id as AgentId),
      groups: groups.map(({ key }) => key),
      model: surroundings.model,
    });
  }, [flow, agents, groups, surroundings]);
}
