import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fold } from '@vetrina/domain/fold';
import type { Rule } from '@vetrina/protocol/automation/rule';
import { LIMITS } from '@vetrina/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { Section } from '../ui/reading-page.tsx';
import { Avatar } from '../visitors/avatar.tsx';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { automationQueries } from './automation-queries.ts';
import classes from './explanation.module.css';
import { ExplanationItem } from './explanation-item.tsx';

/** A4, from a rule: everybody who is on the site now, and why it wrote to them, or did not. */
export function RulePeople({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const titleOf = useVisitorTitle();
  const [query, setQuery] = useState('');
  const people = useQuery(automationQueries.people(rule.id));
  if (people.isError) return <NotRead query={people} />;
  if (!people.data) return <Bones heights={[56, 56, 56]} />;
  const wanted = fold(query.trim());
  const found = people.data.filter(({ visitor }) => fold(titleOf(visitor)).includes(wanted));
  return (
    <Section title={t('automation.people.title')} lead={t('automation.people.lead')}>
      {people.data.length > 0 && (
        <TextInput
          type="search"
          aria-label={t('automation.people.search')}
          placeholder={t('automation.people.search')}
          leftSection={<Icon name="search" />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {people.data.length === 0 && <p className={classes.remark}>{t('automation.people.nobody')}</p>}
      {people.data.length > 0 && found.length === 0 && (
        <p className={classes.remark}>{t('automation.people.notFound')}</p>
      )}
      <ul className={classes.list}>
        {found.map(({ visitor, explanation }) => (
          <ExplanationItem
            key={visitor.id}
            explanation={explanation}
            title={titleOf(visitor)}
            face={<Avatar id={visitor.id} name={visitor.name} size={30} />}
          >
            <Link to="/visitors" search={{ visitor: visitor.id }}>
              {t('automation.people.open')}
            </Link>
          </ExplanationItem>
        ))}
      </ul>
      {people.data.length >= LIMITS.explained && <p className={classes.remark}>{t('automation.people.nearest')}</p>}
    </Section>
  );
}
