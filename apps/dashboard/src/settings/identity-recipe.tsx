import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/reading-page.tsx';
import classes from './settings.module.css';

const SERVER = `import { createHmac } from 'node:crypto';

// The secret stays on your server: in its environment, never in the page.
const signature = createHmac('sha256', process.env.VETRINA_SECRET)
  .update(user.id)
  .digest('hex');`;

const PAGE = `vetrina('identify', { userId: '42', signature: '…from your server…' });
vetrina('name', 'Anna Bianchi');`;

/** Two steps: the website's server signs, the page says it. */
export function IdentityRecipe() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.identity.recipe')}>
      <ol className={classes.steps}>
        <li>
          <p>{t('settings.identity.onServer')}</p>
          <Code code={SERVER} />
        </li>
        <li>
          <p>{t('settings.identity.onPage')}</p>
          <Code code={PAGE} />
        </li>
      </ol>
      <p className={classes.hint}>{t('settings.identity.others')}</p>
    </Section>
  );
}

function Code({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.code}>
      <pre className={classes.snippet} translate="no">
        {code}
      </pre>
      <CopyButton text={code} label={t('settings.identity.copyCode')} size="xs" />
    </div>
  );
}
