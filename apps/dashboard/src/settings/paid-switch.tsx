import { Switch } from '@mantine/core';
import { cheapestPlanWith, entitled, type Feature } from '@vetrina/domain/entitlements';
import type { Plan } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { PlanChip } from '../ui/plan-note.tsx';

interface PaidSwitchProps {
  /** The account's. */
  plan: Plan;
  feature: Feature;
  label: string;
  description: string;
  checked: boolean;
  onChange: (isOn: boolean) => void;
}

/** A switch that not every plan has: without it, it stands there off, with the name of the plan that has it. */
export function PaidSwitch({ plan, feature, label, description, checked, onChange }: PaidSwitchProps) {
  const { t } = useTranslation();
  const has = entitled(plan, feature);
  const best = cheapestPlanWith(feature);
  return (
    <Switch
      label={
        <>
          {label} {!has && <PlanChip plan={best} />}
        </>
      }
      description={has ? description : `${description} ${t('plan.partOf', { plan: best })}`}
      checked={has && checked}
      disabled={!has}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
