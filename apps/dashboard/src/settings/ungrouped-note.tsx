import type { TeamMember } from '@vetrina/protocol/http/team';
import { useTranslation } from 'react-i18next';
import { Caution } from '../ui/caution.tsx';
import { leavesUngroupedAlone } from './group-rules.ts';

/** T1: says so where groups leave some visitors to nobody. */
export function UngroupedNote({ team }: { team: readonly TeamMember[] }) {
  const { t } = useTranslation();
  return <Caution>{leavesUngroupedAlone(team) && t('settings.groups.ungrouped')}</Caution>;
}
