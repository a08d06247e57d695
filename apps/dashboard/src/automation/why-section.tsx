import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Explanation } from '@vetrina/protocol/http/automation';
import type { VisitorId } from '@vetrina/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { automationQueries } from './automation-queries.ts';
import classes from './explanation.module.css';
import { ExplanationView } from './explanation-view.tsx';
import { Bones, NotRead } from './loading.tsx';
import { useStateWords } from './use-state-words.ts';

/** A4, from a visitor: each automatic message, and why it was written to them, or was not. Asked for only while it is open. */
export function WhySection({ visitor, className }: { visitor: VisitorId; className: string | undefined }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={className} aria-label={t('automation.why.title')}>
      <details className={classes.why} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h3>{t('automation.why.title')}</h3>
          <Icon name="expand" size={16} />
        </summary>
        {isOpen && <Rules visitor={visitor} />}
      </details>
    </section>
  );
}

function Rules({ visitor }: { visitor: VisitorId }) {
  const { t } = useTranslation();
  const rules = useQuery(automationQueries.ofVisitor(visitor));
  if (rules.isError) return <NotRead query={rules} />;
  if (!rules.data) return <Bones heights={[40, 40]} />;
  if (rules.data.length === 0) {
    return (
      <p className={classes.hint}>
        {t('automation.why.noRules')} <Link to="/automation/messages">{t('automation.why.toRules')}</Link>
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {rules.data.map((explanation) => (
        <RuleOf key={explanation.rule} explanation={explanation} />
      ))}
    </ul>
  );
}

function RuleOf({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation();
  const words = useStateWords()(explanation);
  return (
    <li>
      <details>
        <summary>
          <span>
            <strong>{explanation.name}</strong>
            <small data-state={explanation.state}>{words}</small>
          </span>
          <Icon name="expand" size={16} />
        </summary>
        <ExplanationView explanation={explanation} />
        <p className={classes.more}>
          <Link to="/automation/messages/$rule/{-$part}" params={{ rule: explanation.rule, part: undefined }}>
            {t('automation.why.toRule')}
          </Link>
        </p>
      </details>
    </li>
  );
}
