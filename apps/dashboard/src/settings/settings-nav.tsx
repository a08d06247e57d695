import { Link } from '@tanstack/react-router';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { Session } from '@vetrina/protocol/http/account';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { PlanChip } from '../ui/plan-note.tsx';
import { isAtLeast } from './roles.ts';
import classes from './settings-nav.module.css';
import { PLACE_GROUP_NAMES, PLACE_GROUPS, PLACES, type Place, type PlaceName } from './settings-places.ts';

/** The ways to all settings: beside them at a desk, a screen of its own on a phone. */
export function SettingsNav({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('settings.title')} className={classes.nav}>
      {PLACE_GROUP_NAMES.map((name) => (
        <NavGroup key={name} title={t(`settings.parts.${name}`)} places={PLACE_GROUPS[name]} session={session} />
      ))}
    </nav>
  );
}

interface NavGroupProps {
  title: string;
  places: readonly PlaceName[];
  session: Session;
}

function NavGroup({ title, places, session: { account, agent } }: NavGroupProps) {
  const { t } = useTranslation();
  const heading = useId();
  const open = places.filter((name) => isAtLeast(agent.role, PLACES[name].who));
  return (
    <div className={classes.group}>
      <p id={heading}>{title}</p>
      <ul aria-labelledby={heading}>
        {open.map((name) => {
          const { feature }: Place = PLACES[name];
          return (
            <li key={name}>
              <Link to="/settings/$place" params={{ place: name }} className={classes.link}>
                <span>{t(`settings.places.${name}`)}</span>
                {feature && !entitled(account.plan, feature) && <PlanChip plan={cheapestPlanWith(feature)} />}
                <Icon name="forward" size={16} className={classes.arrow} />
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
