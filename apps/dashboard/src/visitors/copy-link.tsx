import { useClipboard } from '@mantine/hooks';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { type ViewAddress, writeView } from './view-address.ts';

interface CopyLinkProps {
  view: ViewAddress;
  filter: ListFilter;
}

/** The address of just this view, for a colleague. The filter is always said: their screen may open on another one. */
export function CopyLink({ view, filter }: CopyLinkProps) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2_000 });
  const copy = (): void => {
    const search = new URLSearchParams({ ...writeView({ ...view, filter }) });
    clipboard.copy(`${location.origin}/visitors?${search}`);
  };
  const words = clipboard.copied ? t('visitors.copied') : t('visitors.copyLink');
  return (
    <>
      <IconButton
        icon={clipboard.copied ? 'check' : 'link'}
        label={t('visitors.copyLink')}
        hint={words}
        onClick={copy}
      />
      <span role="status" className="visually-hidden">
        {clipboard.copied ? t('visitors.copied') : ''}
      </span>
    </>
  );
}
