import { Link } from '@tanstack/react-router';
import type { Plan } from '@vetrina/protocol/http/account';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import classes from './plan-note.module.css';

interface PlanNoteProps {
  id?: string;
  /** The cheapest plan that has it. */
  plan: Plan;
  /** It is here already, but used up. */
  more?: boolean;
  /** What it is and what it is good for. */
  children: ReactNode;
}

/** Says calmly what stands here, which plan has it, and where the plans are compared. The server enforces it. */
export function PlanNote({ id, plan, more = false, children }: PlanNoteProps) {
  const { t } = useTranslation();
  return (
    <div id={id} className={classes.note} data-framed>
      <Icon name="lock" />
      <p>
        {children} {t(more ? 'plan.moreIn' : 'plan.partOf', { plan })}{' '}
        <Link to="/settings/$place" params={{ place: 'plan' }}>
          {t('plan.compare')}
        </Link>
      </p>
    </div>
  );
}

/** The plan's name beside what it has. */
export function PlanChip({ plan }: { plan: Plan }) {
  return (
    <span className={classes.chip} translate="no">
      {plan}
    </span>
  );
}
