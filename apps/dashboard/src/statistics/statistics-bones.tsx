import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import frame from './sections.module.css';
import cards from './summary-cards.module.css';

const CARDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Grey where the figures come to stand, in the same places. */
export function StatisticsBones() {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" className={`${frame.section} ${frame.bones}`}>
      <span className="visually-hidden">{t('ui.loading')}</span>
      <div className={cards.cards}>
        {CARDS.map((card) => (
          <Skeleton key={card} height={136} radius={14} />
        ))}
      </div>
      <Skeleton height={24} width={160} mt={24} />
      <Skeleton height={352} radius={14} />
      <div className={frame.pair}>
        <Skeleton height={300} radius={14} />
        <Skeleton height={300} radius={14} />
      </div>
    </div>
  );
}
