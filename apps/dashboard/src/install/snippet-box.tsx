import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './install.module.css';
import { snippetFor } from './snippet.ts';

/** The snippet of the account, to copy. */
export function SnippetBox({ accountKey }: { accountKey: string }) {
  const { t } = useTranslation();
  const snippet = snippetFor(accountKey, location.origin);
  return (
    <div className={classes.snippet}>
      <pre role="region" aria-label={t('install.snippet')} translate="no">
        <code>{snippet}</code>
      </pre>
      <CopyButton text={snippet} label={t('install.copy')} size="md" variant="filled" />
    </div>
  );
}
