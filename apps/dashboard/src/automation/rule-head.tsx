import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './rule-head.module.css';

interface RuleHeadProps {
  title: string;
  children?: ReactNode;
}

/** Which rule, and the way back to all. */
export function RuleHead({ title, children }: RuleHeadProps) {
  const { t } = useTranslation();
  return (
    <header className={classes.ruleHead}>
      <Link to="/automation/messages" className={classes.back}>
        <Icon name="back" size={16} />
        {t('automation.messages')}
      </Link>
      <div>
        <h1>{title}</h1>
        {children}
        <HelpButton about={HELP_CONTEXTS['message-editor']} className={classes.help} />
      </div>
    </header>
  );
}
