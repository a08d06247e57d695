import { useQuery } from '@tanstack/react-query';
import type { Tag } from '@vetrina/protocol/http/conversations';
import type { TagId } from '@vetrina/protocol/ids';
import { queries } from '../api/queries.ts';
import classes from './tag-chips.module.css';

const NONE: readonly Tag[] = [];

/** The account's tags as a conversation has them; a tag that was removed is no longer shown. */
export function TagChips({ tags }: { tags: readonly TagId[] }) {
  const { data = NONE } = useQuery(queries.tags);
  const shown = tags.flatMap((id) => data.find((tag) => tag.id === id) ?? []);
  if (shown.length === 0) return null;
  return (
    <span className={classes.tags}>
      {shown.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
    </span>
  );
}

export function TagChip({ tag }: { tag: Pick<Tag, 'name' | 'color' | 'description'> }) {
  return (
    <span className={classes.tag} data-color={tag.color} data-hint={tag.description || undefined}>
      {tag.name}
    </span>
  );
}
