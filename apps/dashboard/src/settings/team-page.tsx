import { useQuery } from '@tanstack/react-query';
import { entitled } from '@vetrina/domain/entitlements';
import type { Plan } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Caution } from '../ui/caution.tsx';
import { Face } from '../ui/face.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { useNow } from '../ui/use-now.ts';
import { Invitations } from './invitations.tsx';
import { MemberLine } from './member-line.tsx';
import type { PlaceProps } from './place-props.ts';
import { isAtLeast } from './roles.ts';
import { seatsOf } from './seats.ts';
import { Seats } from './seats-line.tsx';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';
import { UngroupedNote } from './ungrouped-note.tsx';

/** T1: who works here. Owners and admins manage, agents see who their colleagues are. */
export function TeamPage({ session }: PlaceProps) {
  const { t } = useTranslation();
  return (
    <ReadingPage title={t('settings.places.team')}>
      {isAtLeast(session.agent.role, 'admin') ? <ManagedTeam session={session} /> : <Colleagues session={session} />}
    </ReadingPage>
  );
}

function ManagedTeam({ session }: PlaceProps) {
  const { t } = useTranslation();
  const team = useQuery(settingsQueries.team);
  const invitations = useQuery(settingsQueries.invitations);
  const { data: groups = [] } = useQuery(queries.groups);
  const now = useNow();
  const seats = seatsOf(session.account.plan, team.data ?? [], invitations.data ?? [], now);
  const isKnown = team.data !== undefined && invitations.data !== undefined;
  return (
    <>
      <Section title={t('settings.team.members')}>
        {team.isError && <NotRead query={team} />}
        {team.isPending && <Bones heights={[20, 52, 52]} />}
        {isKnown && <Seats seats={seats} />}
        {isKnown && seats.without > 0 && <NoSeatNote plan={seats.forAll} />}
        <ul className={classes.list}>
          {team.data?.map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              me={session.agent}
              plan={session.account.plan}
              groups={groups}
            />
          ))}
        </ul>
        {entitled(session.account.plan, 'groups') && <UngroupedNote team={team.data ?? []} />}
      </Section>
      <Invitations session={session} seats={seats} isKnown={isKnown} groups={groups} />
    </>
  );
}

/** P: what becomes of those for whom the plan has no seat. */
function NoSeatNote({ plan }: { plan: Plan | null }) {
  const { t } = useTranslation();
  if (plan === null) return <Caution>{t('settings.team.noSeatText')}</Caution>;
  return (
    <PlanNote plan={plan} more>
      {t('settings.team.noSeatText')}
    </PlanNote>
  );
}

function Colleagues({ session: { agent: me } }: PlaceProps) {
  const { t } = useTranslation();
  const agents = useQuery(queries.agents);
  return (
    <Section title={t('settings.team.members')} lead={t('settings.team.readOnly')}>
      {agents.isError && <NotRead query={agents} />}
      {agents.isPending && <Bones heights={[52, 52]} />}
      <ul className={classes.list}>
        {agents.data?.map((agent) => (
          <li key={agent.id}>
            <Face id={agent.id} name={agent.name} photo={agent.photo} />
            <div>
              <strong>
                {agent.name} {agent.id === me.id && `(${t('settings.team.you')})`}
              </strong>
              <small>{agent.email}</small>
            </div>
            <span className={classes.chip}>{t(`settings.team.${agent.role}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
