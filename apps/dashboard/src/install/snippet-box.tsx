import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import classes from './install.module.css';
import { snippetFor } from './snippet.ts';

/** The snippet of the account, to copy. */
export function SnippetBox({ accountKey }: { accountKey: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2_000 });
  const snippet = snippetFor(accountKey, location.origin);
  return (
    <div className={classes.snippet}>
      <pre role="region" aria-label={t('install.snippet')} translate="no">
        <code>{snippet}</code>
      </pre>
      <Button
        leftSection={<Icon name={clipboard.copied ? 'check' : 'copy'} />}
        onClick={() => clipboard.copy(snippet)}
        className={classes.copy}
      >
        {clipboard.copied ? t('install.copied') : t('install.copy')}
      </Button>
    </div>
  );
}
