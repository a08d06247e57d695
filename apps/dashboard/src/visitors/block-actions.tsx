import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import { patternForMasked } from '@vetrina/domain/ip-patterns';
import type { VisitorProfile } from '@vetrina/protocol/visitor-details';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useFormat } from '../ui/use-format.ts';
import { BlockButton } from './block-button.tsx';
import { type BlockSpan, block, unblock } from './block-spans.ts';
import classes from './visitor-details.module.css';

/** C7: block, unblock, block the address. The server decides; a plan without blocking is told so beforehand. */
export function BlockActions({ profile }: { profile: VisitorProfile }) {
  const { t } = useTranslation();
  const hint = useId();
  const { data: session } = useQuery(queries.session);
  const blocking = useMutation({ mutationFn: (span: BlockSpan) => block(profile.id, span) });
  const unblocking = useMutation({ mutationFn: () => unblock(profile.id) });
  const blockIp = useMutation({ mutationFn: (pattern: string) => call('addIpBlock', { body: { pattern } }) });
  const hasBlocking = session ? entitled(session.account.plan, 'blocking') : true;
  const pattern = profile.blocked?.because === 'ip' || blockIp.isSuccess ? null : patternOf(profile);
  const error = blocking.error ?? unblocking.error ?? blockIp.error;
  const isBlocked = profile.blocked?.because === 'visitor';
  return (
    <>
      {profile.blocked && <BlockedNote blocked={profile.blocked} />}
      <div className={classes.buttons}>
        {isBlocked ? (
          <Button variant="default" size="sm" loading={unblocking.isPending} onClick={() => unblocking.mutate()}>
            {t('details.block.unblock')}
          </Button>
        ) : (
          <BlockButton
            hasSpans={hasBlocking}
            isPending={blocking.isPending}
            describedBy={hasBlocking ? undefined : hint}
            onBlock={(span) => blocking.mutate(span)}
          />
        )}
        {pattern && (
          <Button
            variant="default"
            size="sm"
            aria-describedby={hint}
            loading={blockIp.isPending}
            onClick={() => blockIp.mutate(pattern)}
          >
            {t('details.block.blockIp')}
          </Button>
        )}
      </div>
      <p id={hint} className="hint">
        {hasBlocking
          ? pattern && t('details.block.ipHint', { pattern })
          : t('details.block.plan', { plan: cheapestPlanWith('blocking') })}
      </p>
      {blockIp.isSuccess && <p role="status">{t('details.block.ipBlocked', { pattern: blockIp.data.pattern })}</p>}
      <ErrorNote error={error} />
    </>
  );
}

/** What "Block IP" means: of a masked address only its network is known. */
function patternOf({ ip, ipIsMasked }: VisitorProfile): string | null {
  return ip && ipIsMasked ? patternForMasked(ip) : ip;
}

function BlockedNote({ blocked }: { blocked: NonNullable<VisitorProfile['blocked']> }) {
  return <p className="hint">{useBlockedWords(blocked)}</p>;
}

function useBlockedWords({ because, at, by, until }: NonNullable<VisitorProfile['blocked']>): string {
  const { t } = useTranslation();
  const format = useFormat();
  const since = { when: format.dateTime(at), by: by ?? t('details.block.someone') };
  if (because === 'ip') return t('details.block.becauseIp');
  if (until === null) return t('details.block.since', since);
  return t('details.block.sinceUntil', { ...since, until: format.dateTime(until) });
}
