import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';
import classes from './standalone-page.module.css';

interface StandalonePageProps {
  title: string;
  lead?: string | undefined;
  wide?: boolean;
  children: ReactNode;
}

/** A page outside the shell: one card in the middle, under the name of the house. */
export function StandalonePage({ title, lead, wide = false, children }: StandalonePageProps) {
  useDocumentTitle(`${title} · Vetrina`);
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <Logo size={36} />
        <span translate="no">Vetrina</span>
      </div>
      <div className={classes.card} data-wide={wide || undefined}>
        <h1>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  );
}
