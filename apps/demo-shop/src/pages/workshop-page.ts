import { type Html, html } from '../html.ts';
import { type LinkTo, type ShopPage, titled } from '../shop-page.ts';

interface Step {
  readonly name: string;
  readonly tint: string;
  readonly text: string;
}

const PATH = 'workshop.html';

const STEPS: readonly Step[] = [
  {
    name: 'Clay',
    tint: 'clay',
    text: 'Red from the hills, white from the sea. We mix both, let them rest for a month, and knead them for as long as one side of a record lasts.',
  },
  {
    name: 'Wheel',
    tint: 'sage',
    text: 'Every round piece is thrown. A lamp takes nine minutes, a lid four, and learning to throw a lid about two years.',
  },
  {
    name: 'Drying',
    tint: 'sand',
    text: 'Ten days on the shelf, turned every morning. In August six. We tried a fan once and do not talk about it.',
  },
  {
    name: 'Glaze',
    tint: 'dusk',
    text: 'Ash, feldspar, iron. Dipped by hand and never twice alike, which is why the pictures in this shop are drawings.',
  },
  {
    name: 'Fire',
    tint: 'clay',
    text: 'Fourteen hours up, a day and a night down. The door is opened by whoever was bravest that week.',
  },
];

/** What a step is called in addresses. */
const idOf = ({ name }: Step): string => name.toLowerCase();

function onward(next: Step | undefined, to: LinkTo): Html {
  if (next === undefined) return html`<a class="button" href="${to('ceramics.html')}">See what comes out</a>`;
  return html`<a class="button" href="#${idOf(next)}" data-step="${idOf(next)}">Next: ${idOf(next)}</a>`;
}

function section(step: Step, index: number, to: LinkTo): Html {
  const hidden = index === 0 ? '' : html` hidden`;
  return html`<section class="step" id="step-${idOf(step)}"${hidden}>
          <div class="number ${step.tint}" aria-hidden="true">${index + 1}</div>
          <div>
            <h2>${step.name}</h2>
            <p>${step.text}</p>
            <div class="buttons">${onward(STEPS[index + 1], to)}</div>
          </div>
        </section>`;
}

/** The one page whose parts are shown in turn, by `pushState`, without loading anything. */
export const WORKSHOP_PAGE: ShopPage = {
  path: PATH,
  title: titled('The workshop'),
  under: PATH,
  script: 'workshop-page.js',
  main: (to) => html`<div class="wrap section">
        <h1>From mud to lamp in five steps</h1>
        <nav class="steps" aria-label="Steps">
          ${STEPS.map((step) => html`<a href="#${idOf(step)}" data-step="${idOf(step)}">${step.name}</a>`)}
        </nav>
        ${STEPS.map((step, index) => section(step, index, to))}
      </div>`,
};
