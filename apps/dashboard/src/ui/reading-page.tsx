import { type ReactNode, useId } from 'react';
import classes from './reading-page.module.css';

interface ReadingPageProps {
  title: string;
  lead?: string;
  /** Beside the title: what is done with the page as a whole. */
  tools?: ReactNode;
  /** For what stands in two columns. */
  wide?: boolean;
  children?: ReactNode;
}

/** A screen that is read from top to bottom. */
export function ReadingPage({ title, lead, tools, wide = false, children }: ReadingPageProps) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {tools}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  lead?: string;
  /** Where a link may lead. */
  anchor?: string;
  children: ReactNode;
}

export function Section({ title, lead, anchor, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={classes.section} aria-labelledby={heading} id={anchor}>
      <h2 id={heading}>{title}</h2>
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  );
}
