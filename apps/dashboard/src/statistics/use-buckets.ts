import type { Statistics } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';

/** What each bucket is called, and shortly, under a chart. */
export function useBuckets({ grain, buckets }: Pick<Statistics, 'grain' | 'buckets'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const nameOf = (at: number) => {
    switch (grain) {
      case 'hour':
        return { name: format.dateTime(at), short: format.time(at) };
      case 'day':
        return { name: format.day(at, now), short: format.monthDay(at) };
      case 'week':
        return { name: t('statistics.weekFrom', { day: format.date(at) }), short: format.monthDay(at) };
    }
  };
  return buckets.map(nameOf);
}
