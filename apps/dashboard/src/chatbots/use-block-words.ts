import { useQuery } from '@tanstack/react-query';
import type { FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import type { Exit, FlowBlock, HandOverTo } from '@vetrina/protocol/automation/flow';
import { EXITS } from '@vetrina/protocol/automation/flow';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import type { Format } from '../ui/format.ts';
import { useFormat } from '../ui/use-format.ts';
import { useGroupName } from '../visitors/use-group-name.ts';
import { useConditionWords } from './use-condition-words.ts';

const SECOND = 1_000;
/** Seconds. */
const MINUTE = 60;
/** Of a text where only a line is shown. */
const EXCERPT = 60;

export interface BlockWords {
  /** "Question: What is your e-mail?" */
  readonly name: (block: FlowBlock) => string;
  /** What it says or does, without its kind; empty: nothing yet. */
  readonly gist: (block: FlowBlock) => string;
  readonly exit: (block: FlowBlock, exit: Exit) => string;
  readonly problem: (problem: FlowProblem, block: FlowBlock | undefined) => string;
  readonly to: (to: HandOverTo) => string;
}

/** Blocks as people speak of them. */
export function useBlockWords(): BlockWords {
  const { t } = useTranslation();
  const format = useFormat();
  const groupName = useGroupName();
  const conditionWords = useConditionWords();
  const { data: agents } = useQuery(queries.agents);

  const to = (who: HandOverTo): string => {
    if (who.to === 'group') return groupName(who.group);
    if (who.to === 'anyone') return t('chatbots.to.anyone');
    return agents?.find(({ id }) => id === who.agent)?.name ?? t('chatbots.to.gone');
  };
  const gist = (block: FlowBlock): string => {
    switch (block.kind) {
      case 'message':
      case 'ask':
        return block.text;
      case 'condition':
        return format[block.conditions.match === 'any' ? 'either' : 'list'](block.conditions.list.map(conditionWords));
      case 'delay':
        return t('chatbots.gists.delay', { time: wholeSpan(block.seconds, format) });
      case 'hand-over':
        return to(block.to);
      case 'webhook':
        return URL.parse(block.address)?.host ?? '';
      case 'model':
        return block.instructions;
      case 'end':
        return t(block.resolves ? 'chatbots.gists.resolves' : 'chatbots.gists.ends');
    }
  };
  const exit = (block: FlowBlock, which: Exit): string => {
    if (isNamed(which)) return t(`chatbots.exits.${which}`);
    const said = block.kind === 'message' ? block.replies.find(({ id }) => id === which)?.text : undefined;
    return said?.trim() || t('chatbots.exits.emptyReply');
  };
  return {
    ...{ to, gist, exit },
    name: (block) => {
      const [kind, about] = [t(`chatbots.kinds.${block.kind}`), gist(block).trim()];
      const short = about.length > EXCERPT ? `${about.slice(0, EXCERPT).trimEnd()}…` : about;
      return short === '' ? kind : t('chatbots.named', { kind, about: short });
    },
    problem: ({ problem, exit: which, answer }, block) =>
      t(`chatbots.problems.${problem}`, { exit: block && which ? exit(block, which) : '', answer: answer ?? '' }),
  };
}

type NamedExit = (typeof EXITS)[number];
const isNamed = (exit: Exit): exit is NamedExit => (EXITS as readonly string[]).includes(exit);

/** "1 min 30 s": what was set, not about so long. */
function wholeSpan(seconds: number, format: Format): string {
  const [minutes, rest] = [Math.floor(seconds / MINUTE), seconds % MINUTE];
  const parts = [minutes * MINUTE, rest].filter((part) => part > 0);
  return parts.map((part) => format.span(part * SECOND)).join(' ');
}
