import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Tag } from '@vetrina/protocol/http/conversations';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import dots from '../ui/color-dot.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { EditableLine } from './editable-line.tsx';
import classes from './settings.module.css';
import { TagForm } from './tag-form.tsx';

/** C4: what conversations are sorted by afterwards. */
export function TagsPage() {
  const { t } = useTranslation();
  const tags = useQuery(queries.tags);
  const [edited, setEdited] = useState<Tag | 'new' | null>(null);
  return (
    <ReadingPage title={t('settings.places.tags')} lead={t('settings.tags.lead')}>
      <Section title={t('settings.tags.list')}>
        {tags.isError && <NotRead query={tags} />}
        {tags.isPending && <Bones heights={[52, 52]} />}
        {tags.data?.length === 0 && <p className={classes.hint}>{t('settings.tags.none')}</p>}
        <ul className={classes.list}>
          {tags.data?.map((tag) => (
            <TagLine key={tag.id} tag={tag} onEdit={() => setEdited(tag)} />
          ))}
        </ul>
        <div>
          <Button leftSection={<Icon name="plus" />} variant="default" onClick={() => setEdited('new')}>
            {t('settings.tags.add')}
          </Button>
        </div>
      </Section>
      <Dialog
        title={t(edited === 'new' ? 'settings.tags.add' : 'settings.tags.edit')}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        <TagForm tag={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
      </Dialog>
    </ReadingPage>
  );
}

function TagLine({ tag: { id, name, color, description }, onEdit }: { tag: Tag; onEdit: () => void }) {
  const { t } = useTranslation();
  const words = {
    edit: t('settings.tags.editOf', { name }),
    remove: t('settings.tags.removeOf', { name }),
    consequence: t('settings.tags.removeText'),
  };
  return (
    <EditableLine
      words={words}
      onEdit={onEdit}
      onRemove={() => call('removeTag', { params: { tag: id } })}
      shown={[queries.tags.queryKey]}
    >
      <span className={dots.dot} data-color={color} aria-hidden="true" />
      <div>
        <strong>{name}</strong>
        <small>{description}</small>
      </div>
    </EditableLine>
  );
}
