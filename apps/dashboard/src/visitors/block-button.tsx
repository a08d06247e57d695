import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import menu from '../ui/menu.module.css';
import { Popup } from '../ui/popup.tsx';
import { walkMenu } from '../ui/walk-menu.ts';
import classes from './block-button.module.css';
import { BLOCK_SPAN_NAMES, type BlockSpan } from './block-spans.ts';

interface BlockButtonProps {
  /** Where the plan has no blocking there is no choice either. */
  hasSpans: boolean;
  isPending: boolean;
  /** Id of what explains it. */
  describedBy: string | undefined;
  onBlock: (span: BlockSpan) => void;
}

/** C7: blocks until unblocked; beside it, behind an arrow, for a time. */
export function BlockButton({ hasSpans, isPending, describedBy, onBlock }: BlockButtonProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair} data-split={hasSpans || undefined}>
      <Button
        variant="default"
        size="sm"
        aria-describedby={describedBy}
        loading={isPending}
        onClick={() => onBlock('always')}
      >
        {t('details.block.block')}
      </Button>
      {hasSpans && (
        <Popup
          label={t('details.block.howLong')}
          width={220}
          button={(button) => (
            <Button
              {...button}
              variant="default"
              size="sm"
              className={classes.more}
              aria-label={t('details.block.howLong')}
              data-hint={t('details.block.howLong')}
            >
              <Icon name="expand" size={14} />
            </Button>
          )}
        >
          {(shut) => (
            <div role="menu" aria-label={t('details.block.howLong')} className={menu.menu} onKeyDown={walkMenu}>
              {BLOCK_SPAN_NAMES.map((span) => (
                <button
                  key={span}
                  type="button"
                  role="menuitem"
                  onClick={() => {
                    shut();
                    onBlock(span);
                  }}
                >
                  {t(`details.block.spans.${span}`)}
                </button>
              ))}
            </div>
          )}
        </Popup>
      )}
    </div>
  );
}
