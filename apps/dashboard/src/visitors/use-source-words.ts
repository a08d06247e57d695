import type { VisitSource } from '@vetrina/protocol/visitor-details';
import { useTranslation } from 'react-i18next';

/** Where a visit came from, in a few words: the campaign, else the site, else "typed the address". */
export function useSourceWords(): (source: VisitSource) => string {
  const { t } = useTranslation();
  return ({ utm, referrer }) => {
    const campaign = [utm.utm_source, utm.utm_medium, utm.utm_campaign].filter(Boolean).join(' / ');
    if (campaign) return campaign;
    if (!referrer) return t('details.facts.direct');
    return URL.canParse(referrer) ? new URL(referrer).host : referrer;
  };
}
