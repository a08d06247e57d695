import { expect } from '@playwright/test';
import { PRESET_RULES } from '@vetrina/domain/automation/presets';
import type { Preset } from '@vetrina/protocol/automation/rule';
import type { Wish } from '../actors/automation.ts';
import { test as base } from '../actors/automation-scene.ts';
import { startServer } from '../actors/server.ts';

interface Time {
  /** Moves the server's time and that of Anna's browser on together. */
  readonly passes: (ms: number) => Promise<void>;
}

/** Sockets that hear nothing for half a minute are given up: time goes in steps between which beats come and go. */
const STEP = 5_000;

const test = base.extend<Time>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  vetrina: async ({}, use) => {
    const server = await startServer({ demo: true, moves: true });
    await use(server);
    await server.stop();
  },
  passes: async ({ anna, vetrina }, use) =>
    use(async (ms) => {
      for (let left = ms; left > 0; left -= STEP) {
        await vetrina.passes(Math.min(left, STEP));
        await anna.passes(Math.min(left, STEP));
      }
    }),
});

const preset = (name: Preset, says: string): Wish => {
  const { logic, ...rest } = PRESET_RULES[name];
  return { ...rest, when: logic.when, logic, says };
};

test('A1: a first visitor is greeted after thirty seconds on the site, and not before', async ({
  automation,
  anna,
  marco,
  chat,
  passes,
}) => {
  await automation.begins(preset('first-visit', 'Welcome! Can I show you around?'));
  await anna.hasTimeOfHerOwn();
  await anna.opens();
  await expect(marco.people).toHaveCount(1);
  await passes(20_000);
  await anna.opens('cart.html');
  await expect(marco.people.filter({ hasText: /Cart/ })).toHaveCount(1);
  await passes(5_000);
  await expect(chat.popup).toHaveCount(0);
  await passes(10_000);
  await expect(chat.popup.getByText('Welcome! Can I show you around?')).toBeVisible();
});

test('A1: who was not answered for forty-five seconds is told that everybody is busy, in the conversation', async ({
  automation,
  anna,
  chat,
  passes,
}) => {
  const says = 'All of us are talking to somebody. We will be with you in a minute.';
  await automation.begins(preset('busy', says));
  await anna.hasTimeOfHerOwn();
  await anna.opens();
  await chat.opens();
  await chat.says('Do you ship to Malta?');
  await passes(40_000);
  await expect(chat.log.getByText(says)).toHaveCount(0);
  await passes(10_000);
  await chat.reads(says);
});
