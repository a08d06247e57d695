import { Link, useNavigate } from '@tanstack/react-router';
import type { Rule } from '@vetrina/protocol/automation/rule';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import menu from '../ui/menu.module.css';
import { MenuItem } from '../ui/menu-item.tsx';
import { Popup } from '../ui/popup.tsx';
import { walkMenu } from '../ui/walk-menu.ts';
import { useCopyRule, useRemoveRule } from './use-rule-deeds.ts';

interface RuleMenuProps {
  rule: Rule;
  mayEdit: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
  onTry: () => void;
}

/** What can be done with a rule besides switching it. */
export function RuleMenu({ rule: { id, name }, mayEdit, isFirst, isLast, onMove, onTry }: RuleMenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const copy = useCopyRule(
    (made) => void navigate({ to: '/automation/messages/$rule/{-$part}', params: { rule: made.id, part: undefined } }),
  );
  const remove = useRemoveRule();
  const label = t('automation.menu.label', { name });
  return (
    <div>
      <Popup label={label} width={220} button={(button) => <IconButton {...button} icon="more" label={label} />}>
        {(close) => {
          const item = (icon: IconName, words: string, onPick: () => void) => (
            <MenuItem icon={icon} words={words} close={close} onPick={onPick} />
          );
          return (
            <div role="menu" aria-label={label} className={menu.menu} onKeyDown={walkMenu}>
              <PartLink rule={id} part="results" icon="chart" words={t('automation.parts.results')} />
              <PartLink rule={id} part="people" icon="visitors" words={t('automation.parts.people')} />
              {mayEdit && (
                <>
                  {item('history', t('automation.menu.try'), onTry)}
                  {item('copy', t('automation.menu.copy'), () => copy.mutate(id))}
                  {!isFirst && item('up', t('automation.menu.up'), () => onMove(-1))}
                  {!isLast && item('down', t('automation.menu.down'), () => onMove(1))}
                  <hr />
                  {item('remove', t('automation.menu.remove'), () => setAsked(true))}
                </>
              )}
            </div>
          );
        }}
      </Popup>
      <ErrorNote error={copy.error} />
      <Confirm
        title={t('automation.menu.removeOf', { name })}
        text={t('automation.menu.removeText')}
        action={t('automation.menu.remove')}
        isOpen={isAsked}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(id)}
        onClose={() => setAsked(false)}
      />
    </div>
  );
}

interface PartLinkProps {
  rule: Rule['id'];
  part: 'results' | 'people';
  icon: IconName;
  words: string;
}

function PartLink({ rule, part, icon, words }: PartLinkProps) {
  return (
    <Link to="/automation/messages/$rule/{-$part}" params={{ rule, part }} role="menuitem">
      <Icon name={icon} />
      {words}
    </Link>
  );
}
