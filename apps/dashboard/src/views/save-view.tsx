import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { SavedView, ViewAsks } from '@vetrina/protocol/http/views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './save-view.module.css';
import { useEditView } from './use-view-deeds.ts';
import { NewViewDialog } from './view-dialog.tsx';
import type { Standing } from './view-standing.ts';

interface SaveViewProps {
  standing: Standing;
  /** What is on screen. */
  asks: ViewAsks;
  chosen: SavedView | null;
}

/** SV9: keeps what is on screen, where it is another than what is saved. */
export function SaveView({ standing, asks, chosen }: SaveViewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isNaming, setNaming] = useState(false);
  const show = (id: SavedView['id']) => void navigate({ to: '/visitors', search: { view: id }, replace: true });
  const edit = useEditView(() => chosen && show(chosen.id));
  if (standing === 'saved' && !isNaming) return null;
  return (
    <div className={classes.save}>
      <ErrorNote error={edit.error} />
      {standing === 'changed' && chosen !== null && (
        <Button
          size="xs"
          loading={edit.isPending}
          onClick={() => {
            const { name, color, shared } = chosen;
            edit.mutate({ view: chosen, draft: { name, color, shared, asks } });
          }}
        >
          {t('views.saveChanges')}
        </Button>
      )}
      <Button size="xs" variant="default" leftSection={<Icon name="keep" size={16} />} onClick={() => setNaming(true)}>
        {t(standing === 'new' ? 'views.save' : 'views.saveAsNew')}
      </Button>
      <NewViewDialog
        asks={asks}
        isOpen={isNaming}
        onSaved={({ id }) => {
          setNaming(false);
          show(id);
        }}
        onClose={() => setNaming(false)}
      />
    </div>
  );
}
