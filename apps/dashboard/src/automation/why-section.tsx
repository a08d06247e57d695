import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { VisitorId } from '@vetrina/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { automationQueries } from './automation-queries.ts';
import classes from './explanation.module.css';
import { ExplanationItem } from './explanation-item.tsx';

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
      <p className={classes.remark}>
        {t('automation.why.noRules')} <Link to="/automation/messages">{t('automation.why.toRules')}</Link>
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {rules.data.map((explanation) => (
        <ExplanationItem key={explanation.rule} explanation={explanation} title={explanation.name}>
          <Link to="/automation/messages/$rule/{-$part}" params={{ rule: explanation.rule, part: undefined }}>
            {t('automation.why.toRule')}
          </Link>
        </ExplanationItem>
      ))}
    </ul>
  );
}
