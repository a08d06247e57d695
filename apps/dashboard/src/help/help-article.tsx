import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { queries } from '../api/queries.ts';
import { PlanTable } from '../settings/plan-table.tsx';
import { IconMeanings } from '../visitors/icon-meanings.tsx';
import type { FigureName } from './figures.ts';
import classes from './help-article.module.css';
import type { Block, HelpPage, Inline } from './help-page.ts';
import { Inlines } from './inline.tsx';
import { SupportDoor } from './support-door.tsx';

/** Real parts of the dashboard, so that help shows what is on the screen. */
const FIGURES: Readonly<Record<FigureName, ComponentType>> = {
  icons: IconMeanings,
  plans: PlansFigure,
  support: SupportDoor,
};

/** One page of help, drawn. */
export function HelpArticle({ page }: { page: HelpPage }) {
  return (
    <article className={classes.article}>
      <h1 tabIndex={-1} data-help-title>
        {page.title}
      </h1>
      <p className={classes.lead}>
        <Inlines of={page.lead} />
      </p>
      <Blocks of={page.blocks} />
    </article>
  );
}

function Blocks({ of }: { of: readonly Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: what is read never changes its order
  return of.map((block, nth) => <OneBlock key={nth} block={block} />);
}

function OneBlock({ block }: { block: Block }) {
  switch (block.is) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading id={block.anchor} tabIndex={-1}>
          <Inlines of={block.of} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.of} />
        </p>
      );
    case 'list':
      return <List ordered={block.ordered} items={block.items} />;
    case 'table':
      return <Table block={block} />;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keys
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'note':
      return (
        <aside className={classes.note}>
          <Blocks of={block.blocks} />
        </aside>
      );
    case 'figure': {
      const Figure = FIGURES[block.name as FigureName];
      return (
        <div className={classes.figure}>
          <Figure />
        </div>
      );
    }
  }
}

function List({ ordered, items }: { ordered: boolean; items: readonly (readonly Block[])[] }) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {items.map((item, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is read never changes its order
        <li key={nth}>
          <Blocks of={item} />
        </li>
      ))}
    </Tag>
  );
}

function Table({ block: { head, rows } }: { block: Extract<Block, { is: 'table' }> }) {
  return (
    <div className={classes.table}>
      <table>
        <thead>
          <tr>
            {head.map((cell, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is read never changes its order
              <th key={nth} scope="col">
                <Inlines of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is read never changes its order
            <tr key={at}>
              {row.map((cell, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what is read never changes its order
                <td key={nth} data-sentence={(nth > 0 && isWord(cell[0])) || undefined}>
                  <Inlines of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a cell begins with is said by the screen as a whole: no name of a button that would stand out. */
const isWord = (part: Inline | undefined): boolean => typeof part === 'object' && part.is === 'word';

function PlansFigure() {
  const { data: session } = useQuery(queries.session);
  return session ? <PlanTable plan={session.account.plan} /> : null;
}
