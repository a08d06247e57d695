import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import type { HelpPlace } from './contexts.ts';

/** With the pages: fetched when somebody asks for help. */
const HelpPanel = lazy(() => import('./help-panel.tsx').then(({ HelpPanel: panel }) => ({ default: panel })));

interface HelpButtonProps {
  /** A line of `HELP_CONTEXTS`. */
  about: HelpPlace;
  className?: string | undefined;
}

/** S1: "?" in the head of a screen. Help opens beside what one is doing, and nothing of it is lost. */
export function HelpButton({ about, className }: HelpButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon="help"
        label={t('help.about')}
        hint={t('help.about')}
        className={className}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <HelpPanel about={about} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
