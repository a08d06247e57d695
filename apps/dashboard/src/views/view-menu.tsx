import { useClipboard } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import type { SavedView } from '@vetrina/protocol/http/views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import menu from '../ui/menu.module.css';
import { MenuItem } from '../ui/menu-item.tsx';
import { Popup } from '../ui/popup.tsx';
import { walkMenu } from '../ui/walk-menu.ts';
import { useMayChange, useRemoveView } from './use-view-deeds.ts';
import { EditViewDialog } from './view-dialog.tsx';

interface ViewMenuProps {
  view: SavedView;
  isChosen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
}

/** What can be done with a view besides looking at it. */
export function ViewMenu({ view, isChosen, isFirst, isLast, onMove }: ViewMenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const clipboard = useClipboard();
  const mayChange = useMayChange()(view);
  const [asked, setAsked] = useState<'edit' | 'remove' | null>(null);
  const remove = useRemoveView(() => {
    setAsked(null);
    if (isChosen) void navigate({ to: '/visitors', search: {} });
  });
  const { name } = view;
  const label = t('views.menu', { name });
  return (
    <>
      <Popup
        label={label}
        width={220}
        button={(button) => <IconButton {...button} icon="more" size="md" iconSize={16} label={label} />}
      >
        {(close) => {
          const item = (icon: IconName, words: string, onPick: () => void) => (
            <MenuItem icon={icon} words={words} close={close} onPick={onPick} />
          );
          return (
            <div role="menu" aria-label={label} className={menu.menu} onKeyDown={walkMenu}>
              {mayChange
                ? item('edit', t('views.edit'), () => setAsked('edit'))
                : item('bell', t('views.tell'), () => setAsked('edit'))}
              {item('link', t('visitors.copyLink'), () =>
                clipboard.copy(`${location.origin}/visitors?view=${view.id}`),
              )}
              {!isFirst && item('up', t('automation.menu.up'), () => onMove(-1))}
              {!isLast && item('down', t('automation.menu.down'), () => onMove(1))}
              {mayChange && <hr />}
              {mayChange && item('remove', t('automation.menu.remove'), () => setAsked('remove'))}
            </div>
          );
        }}
      </Popup>
      <EditViewDialog view={view} mayChange={mayChange} isOpen={asked === 'edit'} onClose={() => setAsked(null)} />
      <Confirm
        title={t('automation.menu.removeOf', { name })}
        text={t(view.shared ? 'views.removeShared' : 'views.removeOwn')}
        action={t('automation.menu.remove')}
        isOpen={asked === 'remove'}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(view.id)}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
