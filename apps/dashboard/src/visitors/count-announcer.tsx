import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { useFormat } from '../ui/use-format.ts';

/** A list that changes all the time must not talk all the time, ms. */
const QUIET = 20_000;
/** After a search or a filter the answer is wanted soon, ms. */
const SETTLE = 900;

/** V12: says the number of people to screen readers, politely and rarely. */
export function CountAnnouncer({ query }: { query: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const watch = useFeed((feed) => feed.watch);
  const total = useFeed((feed) => (feed.isLive ? (feed.window?.total ?? null) : null));
  const online = useFeed((feed) => feed.window?.counts.all ?? 0);
  const step = useFeed((feed) => feed.step);
  const [said, setSaid] = useState('');
  const last = useRef({ watch: -1, total: -1 });

  const sentence =
    total === null
      ? ''
      : t(query === '' ? 'visitors.announce.count' : 'visitors.announce.found', {
          count: total,
          number: format.number(total),
          online: format.number(online),
        });
  const isNews = total !== null && (last.current.watch !== watch || last.current.total !== total);
  const latest = useRef({ sentence, total });
  latest.current = { sentence, total };
  useEffect(() => {
    if (!isNews) return;
    const timer = setTimeout(
      () => {
        last.current = { watch, total: latest.current.total ?? -1 };
        setSaid(latest.current.sentence);
      },
      last.current.watch === watch ? QUIET : SETTLE,
    );
    return () => clearTimeout(timer);
    // The numbers at the end of the wait are said; newer ones meanwhile do not start it again.
  }, [watch, isNews]);

  return (
    <div role="status" className="visually-hidden">
      {said} {step !== 'live' && t(`visitors.pace.${step}`)}
    </div>
  );
}
