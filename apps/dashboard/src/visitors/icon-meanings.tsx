import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import meanings from '../ui/meanings.module.css';
import classes from './icon-meanings.module.css';

/** V6, in the order people meet them. */
const GROUPS = [
  { title: 'status', icons: ['new-chat', 'chatting', 'typing', 'writing', 'unread', 'active', 'inactive', 'left'] },
  { title: 'person', icons: ['customer', 'verified', 'auto-messaged', 'blocked', 'first-visit', 'returning'] },
  { title: 'device', icons: ['desktop', 'tablet', 'phone', 'browser', 'os'] },
] as const;

/** V6: what every icon of the list means. */
export function IconMeanings() {
  const { t } = useTranslation();
  return (
    <div className={classes.groups}>
      {GROUPS.map(({ title, icons }) => (
        <section key={title}>
          <h3>{t(`visitors.legend.${title}`)}</h3>
          <dl className={meanings.list}>
            {icons.map((icon) => (
              <div key={icon} className={meanings.item}>
                <dt data-icon={icon}>
                  <Icon name={icon} />
                  {t(`visitors.icons.${icon}`)}
                </dt>
                <dd>{t(`visitors.legend.meaning.${icon}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
