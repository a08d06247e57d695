import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Section } from '../ui/reading-page.tsx';
import { Avatar } from '../visitors/avatar.tsx';
import classes from './settings.module.css';

export function Team({ me }: { me: string }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(queries.agents);
  return (
    <Section title={t('settings.team.title')}>
      <ul className={classes.list}>
        {agents.map((agent) => (
          <li key={agent.id}>
            <Avatar id={agent.id} name={agent.name} />
            <div>
              <strong>
                {agent.name} {agent.id === me && `(${t('settings.team.you')})`}
              </strong>
              <small>{agent.email}</small>
            </div>
            <span className={classes.role}>{t(`settings.team.${agent.role}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
