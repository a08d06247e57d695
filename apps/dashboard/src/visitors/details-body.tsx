import type { ConversationId } from '@vetrina/protocol/ids';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import { useTranslation } from 'react-i18next';
import { WhySection } from '../automation/why-section.tsx';
import { readablePath, safeHref } from '../ui/safe-link.ts';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { Avatar } from './avatar.tsx';
import { BlockActions } from './block-actions.tsx';
import { OnlineClock } from './cells.tsx';
import { ContactFields } from './contact-fields.tsx';
import { EarlierConversations } from './earlier-conversations.tsx';
import { EarlierVisits } from './earlier-visits.tsx';
import { Facts } from './facts.tsx';
import { OpenConversation } from './open-conversation.tsx';
import { PageTrail } from './page-trail.tsx';
import { StatusMark } from './status-mark.tsx';
import { useVisitorTitle } from './use-visitor-title.ts';
import classes from './visitor-details.module.css';
import { Marks } from './visitor-name.tsx';

interface DetailsBodyProps {
  details: VisitorDetails;
  /** The conversation that it stands beside; null: the list of visitors, where one can be opened. */
  open: ConversationId | null;
}

export function DetailsBody({ details, open }: DetailsBodyProps) {
  const { t } = useTranslation();
  const { profile, row, trail, earlierVisits } = details;
  return (
    <>
      <Head details={details} />
      {open === null && <OpenConversation details={details} />}
      {open !== null && row && <CurrentPage page={row.page} />}
      <section className={classes.actions} aria-label={t('details.block.title')}>
        <BlockActions profile={profile} />
      </section>
      <section className={classes.section} aria-label={t('details.contact.title')}>
        <ContactFields profile={profile} />
      </section>
      <section className={classes.section} aria-labelledby="details-trail">
        <h3 id="details-trail">{t('details.trail.title')}</h3>
        <PageTrail pages={trail} isHere={row !== null && row.status !== 'left'} />
      </section>
      <section className={classes.section} aria-labelledby="details-facts">
        <h3 id="details-facts">{t('details.facts.title')}</h3>
        <Facts details={details} />
      </section>
      {row && <WhySection visitor={profile.id} className={classes.section} />}
      <EarlierConversations visitor={profile.id} open={open} newest={details.conversation} />
      {earlierVisits.length > 0 && (
        <section className={classes.section} aria-labelledby="details-earlier">
          <h3 id="details-earlier">{t('details.earlier.title')}</h3>
          <EarlierVisits visits={earlierVisits} />
        </section>
      )}
    </>
  );
}

/** What the visitor looks at while we talk. */
function CurrentPage({ page }: { page: { readonly url: string; readonly title: string } }) {
  const { t } = useTranslation();
  const href = safeHref(page.url);
  const words = page.title || readablePath(page.url);
  return (
    <section className={classes.section} aria-labelledby="details-page">
      <h3 id="details-page">{t('visitors.columns.page')}</h3>
      <p className={classes.page}>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow">
            {words}
          </a>
        ) : (
          words
        )}
        <small>{readablePath(page.url)}</small>
      </p>
    </section>
  );
}

function Head({ details: { profile, row } }: { details: VisitorDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const titleOf = useVisitorTitle();
  return (
    <div className={classes.head}>
      <Avatar id={profile.id} name={profile.name} size={56} />
      <div className={classes.headWords}>
        <strong className={classes.name}>{titleOf(profile)}</strong>
        {row ? (
          <span className={classes.state}>
            <StatusMark row={row} />
            <Marks row={row} />
            <OnlineClock since={row.onlineSince} />
          </span>
        ) : (
          <span className={classes.state}>{t('details.lastSeen', { ago: format.ago(now - profile.lastSeenAt) })}</span>
        )}
      </div>
    </div>
  );
}
