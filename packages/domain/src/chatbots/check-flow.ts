import type { Exit, Flow, FlowBlock } from '@vetrina/protocol/automation/flow';
import type { AgentId, FlowBlockId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { answersIn } from '../automation/fill-in.ts';
import { fold } from '../fold.ts';
import { blockOf, exitsOf, targetOf, waitsForVisitor } from './exits.ts';
import { blocksInLoops, reachable } from './paths.ts';

/** What a flow can lack. All but `WARNINGS` keep it from being published. */
export const FLOW_PROBLEMS = [
  'no-start',
  'dead-end',
  'unreachable',
  'loop',
  'empty-text',
  'empty-reply',
  'doubled-reply',
  'empty-instructions',
  'no-condition',
  'unknown-answer',
  'too-many-answers',
  'address-not-https',
  'nobody-left',
  'hands-over-unasked',
  'no-model',
] as const;
export type FlowProblemKind = (typeof FLOW_PROBLEMS)[number];
const WARNINGS: ReadonlySet<FlowProblemKind> = new Set(['unreachable', 'hands-over-unasked', 'no-model']);

export interface FlowProblem {
  readonly problem: FlowProblemKind;
  /** Null: the flow as a whole. */
  readonly block: FlowBlockId | null;
  readonly exit?: Exit;
  /** The name of the answer that nothing gives. */
  readonly answer?: string;
}

export const isWarning = ({ problem }: FlowProblem): boolean => WARNINGS.has(problem);
export const mayBePublished = (problems: readonly FlowProblem[]): boolean => problems.every(isWarning);

export interface FlowSurroundings {
  /** The team, and keys of its groups. */
  readonly agents: readonly AgentId[];
  readonly groups: readonly string[];
  /** A language model is configured. */
  readonly model: boolean;
}

/** A7: what is missing or wrong, block by block in their order. A flow without errors leaves no visitor without a way on. */
export function checkFlow(flow: Flow, surroundings: FlowSurroundings): readonly FlowProblem[] {
  const whole: FlowProblem[] = [];
  if (blockOf(flow, flow.start) === null) whole.push({ problem: 'no-start', block: null });
  const reached = reachable(flow);
  const given = answersGiven(flow.blocks.filter(({ id }) => reached.has(id)));
  if (given.size > LIMITS.botAnswers) whole.push({ problem: 'too-many-answers', block: null });
  const seen: Seen = {
    ...{ flow, given, surroundings, reached },
    unasked: reachable(flow, (block) => !waitsForVisitor(block)),
    looping: blocksInLoops(flow),
  };
  return [...whole, ...flow.blocks.flatMap((block) => problemsOf(block, seen))];
}

interface Seen {
  readonly flow: Flow;
  readonly given: ReadonlySet<string>;
  readonly surroundings: FlowSurroundings;
  readonly reached: ReadonlySet<FlowBlockId>;
  /** Reached before the visitor has said anything. */
  readonly unasked: ReadonlySet<FlowBlockId>;
  readonly looping: ReadonlySet<FlowBlockId>;
}

function problemsOf(block: FlowBlock, seen: Seen): readonly FlowProblem[] {
  const found = (problem: FlowProblemKind, more: Partial<FlowProblem> = {}): FlowProblem => ({
    ...{ problem, block: block.id },
    ...more,
  });
  // What nobody comes to may lie there unfinished.
  if (!seen.reached.has(block.id)) return [found('unreachable')];
  const unknown = answersUsed(block).filter((name) => !seen.given.has(name));
  const deadEnds = exitsOf(block).filter((exit) => targetOf(seen.flow, block.id, exit) === null);
  return [
    ...(seen.looping.has(block.id) ? [found('loop')] : []),
    ...contentProblems(block, seen).map((problem) => found(problem)),
    ...[...new Set(unknown)].map((answer) => found('unknown-answer', { answer })),
    ...deadEnds.map((exit) => found('dead-end', { exit })),
  ];
}

function contentProblems(block: FlowBlock, { surroundings, unasked }: Seen): readonly FlowProblemKind[] {
  switch (block.kind) {
    case 'message':
      return [...textProblems(block.text), ...replyProblems(block.replies.map(({ text }) => fold(text)))];
    case 'ask':
      return textProblems(block.text);
    case 'condition':
      return block.conditions.list.length === 0 ? ['no-condition'] : [];
    case 'hand-over':
      return [
        ...(isLeft(block.to, surroundings) ? [] : (['nobody-left'] as const)),
        ...(unasked.has(block.id) ? (['hands-over-unasked'] as const) : []),
      ];
    case 'webhook':
      return isHttps(block.address) ? [] : ['address-not-https'];
    case 'model':
      return [
        ...(block.instructions.trim() === '' ? (['empty-instructions'] as const) : []),
        ...(surroundings.model ? [] : (['no-model'] as const)),
      ];
    case 'delay':
    case 'end':
      return [];
  }
}

const textProblems = (text: string): readonly FlowProblemKind[] => (text.trim() === '' ? ['empty-text'] : []);

function replyProblems(folded: readonly string[]): readonly FlowProblemKind[] {
  const said = folded.filter((text) => text !== '');
  return [
    ...(said.length < folded.length ? (['empty-reply'] as const) : []),
    ...(new Set(said).size < said.length ? (['doubled-reply'] as const) : []),
  ];
}

function isLeft(to: Extract<FlowBlock, { kind: 'hand-over' }>['to'], { agents, groups }: FlowSurroundings): boolean {
  switch (to.to) {
    case 'anyone':
      return true;
    case 'agent':
      return agents.includes(to.agent);
    case 'group':
      return groups.includes(to.group);
  }
}

/** Without a user name, which reads like another host. Where it leads in the end is the server's business. */
function isHttps(address: string): boolean {
  const url = /^https:\/\/[^\s/\\?#]/i.test(address) ? URL.parse(address) : null;
  return url !== null && url.username === '' && url.password === '';
}

/** Names under which some block of these keeps an answer. */
export function answersGiven(blocks: readonly FlowBlock[]): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => {
      if (block.kind === 'ask') return [block.keepAs];
      return block.kind === 'webhook' ? block.picks.map(({ keepAs }) => keepAs) : [];
    }),
  );
}

function answersUsed(block: FlowBlock): readonly string[] {
  switch (block.kind) {
    case 'message':
    case 'hand-over':
      return answersIn(block.text);
    case 'ask':
      return answersIn(`${block.text} ${block.again}`);
    case 'condition':
      return block.conditions.list.flatMap((one) => (one.about === 'answer' ? [one.name] : []));
    case 'webhook':
      return block.answers;
    case 'delay':
    case 'model':
    case 'end':
      return [];
  }
}
