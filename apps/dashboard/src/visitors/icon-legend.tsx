import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import meanings from '../ui/meanings.module.css';
import classes from './icon-legend.module.css';

/** V6, in the order people meet them. */
const GROUPS = [
  { title: 'status', icons: ['new-chat', 'chatting', 'typing', 'writing', 'unread', 'active', 'inactive', 'left'] },
  { title: 'person', icons: ['customer', 'verified', 'auto-messaged', 'blocked', 'first-visit', 'returning'] },
  { title: 'device', icons: ['desktop', 'tablet', 'phone', 'browser', 'os'] },
] as const;

/** V6: what every icon of the list means. */
export function IconLegend() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <IconButton icon="legend" label={t('visitors.legend.open')} hint={t('visitors.legend.open')} onClick={open} />
      <LegendDialog isOpen={isOpen} onClose={close} />
    </>
  );
}

export function LegendDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('visitors.legend.open')} isOpen={isOpen} wide onClose={onClose}>
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
    </Dialog>
  );
}
