import type { Flow } from '@vetrina/protocol/automation/flow';
import { flow as flowSchema } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SURROUNDINGS, someBotFacts, someFlow, someInput } from './arbitrary-flows.ts';
import { type BotFacts, type BotInput, type BotState, type BotStep, newBotState } from './bot-state.ts';
import { checkFlow, mayBePublished } from './check-flow.ts';
import { blockOf } from './exits.ts';
import { LONGEST_RUN, step } from './step.ts';

const someTalk = fc.array(fc.tuple(someInput, someBotFacts), { maxLength: 12 });

/** All steps of a talk, the start first. */
function talk(flow: Flow, inputs: readonly (readonly [BotInput, BotFacts])[], facts: BotFacts): readonly BotStep[] {
  const steps: BotStep[] = [step(flow, newBotState(0), { came: 'started' }, facts)];
  for (const [input, then] of inputs) steps.push(step(flow, (steps.at(-1) as BotStep).state, input, then));
  return steps;
}

/** What can come to a bot that waits for something, so that it does not wait for ever. */
function answerTo({ doing }: BotState, facts: BotFacts): readonly [BotInput, BotFacts] {
  if (doing.is !== 'at') throw new Error('it is over');
  switch (doing.waits.for) {
    case 'input':
      return [{ came: 'said', text: 'no' }, facts];
    case 'time':
      return [{ came: 'time' }, { ...facts, at: doing.waits.until }];
    case 'webhook':
      return [{ came: 'webhook-failed', call: doing.waits.call }, facts];
    case 'model':
      return [{ came: 'model-failed', call: doing.waits.call }, facts];
  }
}

test('A7: whatever comes to whatever flow, a step ends, and the bot waits for something or says that it is over', () => {
  fc.assert(
    fc.property(someFlow({ whole: false }), someTalk, someBotFacts, (flow, inputs, facts) => {
      for (const { state, effects } of talk(flow, inputs, facts)) {
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        expect(effects.length).toBeLessThan(6 * LONGEST_RUN);
        expect(
          effects.filter(
            (effect) => effect.do === 'say' && (effect.text === '' || effect.text.length > LIMITS.message),
          ),
        ).toEqual([]);
        expect(state.doing.is).not.toBe('new');
        if (state.doing.is === 'at') expect(blockOf(flow, state.doing.block)).not.toBeNull();
        const ends = effects.filter((effect) => effect.do === 'end');
        expect(ends).toEqual(effects.at(-1)?.do === 'end' ? [effects.at(-1)] : []);
      }
    }),
  );
});

test('A7: whoever takes over ends the bot, wherever it is', () => {
  fc.assert(
    fc.property(someFlow({ whole: false }), someTalk, someBotFacts, (flow, inputs, facts) => {
      const { state } = talk(flow, inputs, facts).at(-1) as BotStep;
      expect(step(flow, state, { came: 'taken-over' }, facts).state.doing.is).toBe('over');
    }),
  );
});

test('A7: a flow without problems never comes to a dead end, and always comes to something', () => {
  const sound = someFlow({ whole: true }).filter((flow) => mayBePublished(checkFlow(flow, SURROUNDINGS)));
  fc.assert(
    fc.property(sound, someTalk, someBotFacts, (flow, inputs, facts) => {
      let { state } = talk(flow, inputs, facts).at(-1) as BotStep;
      for (let answers = 0; answers < 8 && state.doing.is === 'at'; answers += 1) {
        const before = state;
        ({ state } = step(flow, state, ...answerTo(state, facts)));
        expect(state).not.toEqual(before);
      }
      const hasDelays = flow.blocks.some(({ kind }) => kind === 'delay');
      const fine = ['finished', 'handed-over', ...(hasDelays ? ['loop'] : [])];
      if (state.doing.is === 'over') expect(fine).toContain(state.doing.because);
    }),
  );
});

test('A7: everything that is entered is left, or ended in, or waited in', () => {
  fc.assert(
    fc.property(someFlow({ whole: false }), someTalk, someBotFacts, (flow, inputs, facts) => {
      const steps = talk(flow, inputs, facts);
      const counts = steps.flatMap(({ effects }) => effects.filter((effect) => effect.do === 'count'));
      const entered = counts.filter(({ what }) => what === 'entered').length;
      const gone = counts.filter(({ what }) => what !== 'entered').length;
      const { doing } = (steps.at(-1) as BotStep).state;
      expect(gone).toBe(doing.is === 'at' ? entered - 1 : entered);
    }),
  );
});

test('A7: these flows are flows', () => {
  fc.assert(fc.property(someFlow({ whole: false }), (flow) => flowSchema.safeParse(flow).success));
});
