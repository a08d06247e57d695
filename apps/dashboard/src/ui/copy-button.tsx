import { Button, type ButtonProps } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface CopyButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  text: string;
  /** What is copied, as in "Copy link". */
  label: string;
}

/** Puts a text on the clipboard and says so for two seconds. */
export function CopyButton({ text, label, size = 'sm', variant = 'default' }: CopyButtonProps) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <>
      <Button
        size={size}
        variant={variant}
        leftSection={<Icon name={clipboard.copied ? 'check' : 'copy'} />}
        onClick={() => clipboard.copy(text)}
      >
        {clipboard.copied ? t('ui.copied') : label}
      </Button>
      <span role="status" className="visually-hidden">
        {clipboard.copied ? t('ui.copied') : ''}
      </span>
    </>
  );
}
