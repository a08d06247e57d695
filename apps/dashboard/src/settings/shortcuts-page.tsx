import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cheapestPlanAllowing, cheapestPlanWith, entitled, limitOf } from '@vetrina/domain/entitlements';
import type { Shortcut } from '@vetrina/protocol/http/conversations';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { EditableLine } from './editable-line.tsx';
import type { PlaceProps } from './place-props.ts';
import classes from './settings.module.css';
import { ShortcutForm } from './shortcut-form.tsx';

type Scope = Shortcut['scope'];
type Task = { readonly edit: Shortcut } | { readonly add: Scope };

/** C4: texts that `/name` or `.name` puts into a message. */
export function ShortcutsPage({ session: { account } }: PlaceProps) {
  const { t } = useTranslation();
  const query = useQuery(queries.shortcuts);
  const { data: shortcuts = [], isSuccess } = query;
  const [task, setTask] = useState<Task | null>(null);
  const of = (scope: Scope): Shortcut[] => shortcuts.filter((shortcut) => shortcut.scope === scope);
  const limit = limitOf(account.plan, 'shortcuts');
  const next = of('personal').length >= limit ? cheapestPlanAllowing('shortcuts', limit + 1) : null;
  const hasTeam = entitled(account.plan, 'team-shortcuts');
  return (
    <ReadingPage title={t('settings.places.shortcuts')} lead={t('settings.shortcuts.lead')}>
      {query.isError && <NotRead query={query} />}
      <ShortcutList
        title={t('settings.shortcuts.personal')}
        shortcuts={of('personal')}
        isKnown={isSuccess}
        isClosed={next !== null}
        onTask={setTask}
        scope="personal"
      >
        {next && (
          <PlanNote plan={next} more>
            {t('settings.shortcuts.full', { count: limit })}
          </PlanNote>
        )}
      </ShortcutList>
      <ShortcutList
        title={t('settings.shortcuts.team')}
        shortcuts={of('team')}
        isKnown={isSuccess}
        isClosed={!hasTeam}
        onTask={setTask}
        scope="team"
      >
        {!hasTeam && <PlanNote plan={cheapestPlanWith('team-shortcuts')}>{t('settings.shortcuts.teamWhy')}</PlanNote>}
      </ShortcutList>
      <Dialog
        title={t(task && 'edit' in task ? 'settings.shortcuts.edit' : 'settings.shortcuts.add')}
        isOpen={task !== null}
        onClose={() => setTask(null)}
      >
        {task && (
          <ShortcutForm
            shortcut={'edit' in task ? task.edit : null}
            scope={'edit' in task ? task.edit.scope : task.add}
            onDone={() => setTask(null)}
          />
        )}
      </Dialog>
    </ReadingPage>
  );
}

interface ShortcutListProps {
  title: string;
  shortcuts: readonly Shortcut[];
  scope: Scope;
  /** False until the server told which there are. */
  isKnown: boolean;
  /** No more may be added. */
  isClosed: boolean;
  onTask: (task: Task) => void;
  children: ReactNode;
}

function ShortcutList({ title, shortcuts, scope, isKnown, isClosed, onTask, children }: ShortcutListProps) {
  const { t } = useTranslation();
  return (
    <Section title={title}>
      {children}
      {isKnown && shortcuts.length === 0 && !isClosed && <p className={classes.hint}>{t('settings.shortcuts.none')}</p>}
      {shortcuts.length > 0 && (
        <ul className={classes.list} aria-label={title}>
          {shortcuts.map((shortcut) => (
            <ShortcutLine key={shortcut.id} shortcut={shortcut} onEdit={() => onTask({ edit: shortcut })} />
          ))}
        </ul>
      )}
      <div>
        <Button
          leftSection={<Icon name="plus" />}
          variant="default"
          disabled={isClosed}
          onClick={() => onTask({ add: scope })}
        >
          {t(scope === 'team' ? 'settings.shortcuts.addTeam' : 'settings.shortcuts.add')}
        </Button>
      </div>
    </Section>
  );
}

function ShortcutLine({ shortcut: { id, name, text }, onEdit }: { shortcut: Shortcut; onEdit: () => void }) {
  const { t } = useTranslation();
  const words = {
    edit: t('settings.shortcuts.editOf', { name }),
    remove: t('settings.shortcuts.removeOf', { name }),
    consequence: t('settings.shortcuts.removeText'),
  };
  return (
    <EditableLine
      words={words}
      onEdit={onEdit}
      onRemove={() => call('removeShortcut', { params: { shortcut: id } })}
      shown={[queries.shortcuts.queryKey]}
    >
      <div>
        <strong translate="no">/{name}</strong>
        <small className={classes.excerpt}>{text}</small>
      </div>
    </EditableLine>
  );
}
