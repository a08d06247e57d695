import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BlockedVisitor } from '@vetrina/protocol/http/visitors';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { unblock } from '../visitors/block-spans.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import classes from './settings.module.css';

/** C7: every blocked visitor, on the site or not; whose time is over goes by itself. */
export function BlockedPeople() {
  const { t } = useTranslation();
  const query = useQuery(queries.blockedVisitors);
  const now = useNow();
  const people = query.data?.filter(({ until }) => until === null || until > now);
  return (
    <Section title={t('settings.blocks.people')}>
      {query.isError && <NotRead query={query} />}
      {query.isPending && <Bones heights={[52]} />}
      {people?.length === 0 && <p className={classes.hint}>{t('settings.blocks.nobody')}</p>}
      <ul className={classes.list}>
        {people?.map((visitor) => (
          <PersonLine key={visitor.id} visitor={visitor} />
        ))}
      </ul>
    </Section>
  );
}

function PersonLine({ visitor }: { visitor: BlockedVisitor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useVisitorTitle()(visitor);
  const { id, email, at, by, until } = visitor;
  const change = useChange(() => unblock(id), [queries.blockedVisitors.queryKey]);
  const since = format.dateTime(at);
  return (
    <li>
      <div>
        <Link to="/visitors" search={{ visitor: id }}>
          <strong>{name}</strong>
        </Link>
        {email && <small>{email}</small>}
        <small>
          {by ? t('settings.blocks.by', { name: by, when: since }) : since} ·{' '}
          {until === null ? t('settings.blocks.always') : t('settings.blocks.until', { when: format.dateTime(until) })}
        </small>
        <ErrorNote error={change.error} />
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('settings.blocks.remove', { pattern: name })}
        loading={change.isPending}
        onClick={() => change.mutate()}
      >
        {t('details.block.unblock')}
      </Button>
    </li>
  );
}
