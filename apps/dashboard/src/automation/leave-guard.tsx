import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';

interface LeaveGuardProps {
  isChanged: boolean;
  /** Does what is written there stay on the way to this address? */
  isKeptAt: (pathname: string) => boolean;
}

/** Asks before what was not saved is left behind, by a link here or by the browser itself. */
export function LeaveGuard({ isChanged, isKeptAt }: LeaveGuardProps) {
  const { t } = useTranslation();
  const guard = useBlocker({
    shouldBlockFn: ({ next }) => isChanged && !isKeptAt(next.pathname),
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  return (
    <Confirm
      title={t('automation.leave.title')}
      text={t('automation.leave.text')}
      action={t('automation.leave.action')}
      isOpen={guard.status === 'blocked'}
      isPending={false}
      error={null}
      onConfirm={() => guard.proceed?.()}
      onClose={() => guard.reset?.()}
    />
  );
}
