import type { Explanation } from '@vetrina/protocol/http/automation';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import classes from './explanation.module.css';
import { ExplanationView } from './explanation-view.tsx';
import { useStateWords } from './use-state-words.ts';

interface ExplanationItemProps {
  explanation: Explanation;
  title: string;
  /** Before the title. */
  face?: ReactNode;
  /** The way to whom or what it is about. */
  children: ReactNode;
}

/** A4, one of a list: how one rule stands with one visitor, opened for why. */
export function ExplanationItem({ explanation, title, face, children }: ExplanationItemProps) {
  const words = useStateWords()(explanation);
  return (
    <li>
      <details>
        <summary>
          {face}
          <span>
            <strong>{title}</strong>
            <small data-state={explanation.state}>{words}</small>
          </span>
          <Icon name="expand" size={16} />
        </summary>
        <ExplanationView explanation={explanation} />
        <p className={classes.more}>{children}</p>
      </details>
    </li>
  );
}
