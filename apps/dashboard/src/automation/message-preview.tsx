import { fillIn } from '@vetrina/domain/automation/fill-in';
import { inkOn } from '@vetrina/domain/contrast';
import { boxOnPlan } from '@vetrina/domain/plan-box';
import type { RuleAction } from '@vetrina/protocol/automation/rule';
import type { Face as Colleague } from '@vetrina/protocol/conversation';
import type { Account } from '@vetrina/protocol/http/account';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import box from '../settings/box-preview.module.css';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './message-preview.module.css';

interface MessagePreviewProps {
  action: RuleAction;
  account: Account;
  agents: readonly Colleague[];
}

/** The message as it shows on the account's pages, beside the button or in the box, to somebody known or not. */
export function MessagePreview({ action, account, agents }: MessagePreviewProps) {
  const { t } = useTranslation();
  const [isKnown, setKnown] = useState(true);
  if (action.does === 'start-chatbot') return null;
  const settings = boxOnPlan(account.box, account.plan);
  const sender = agents.find(({ id }) => id === action.from) ?? { id: account.id, name: account.name, photo: null };
  const somebody = {
    name: t('automation.preview.name'),
    city: t('automation.preview.city'),
    country: t('automation.preview.country'),
  };
  const text = fillIn(action.text, isKnown ? somebody : { name: null, city: null, country: null });
  const look = {
    '--box-color': settings.color,
    '--box-ink': inkOn(settings.color),
    '--box-x': '14px',
    '--box-y': '14px',
  } as CSSProperties;
  const said = text || t('automation.preview.empty');
  return (
    <section className={classes.preview} aria-label={t('automation.preview.title')}>
      <div className={box.moments} role="group" aria-label={t('automation.preview.to')}>
        {[true, false].map((known) => (
          <button key={String(known)} type="button" aria-pressed={known === isKnown} onClick={() => setKnown(known)}>
            {t(known ? 'automation.preview.known' : 'automation.preview.unknown')}
          </button>
        ))}
      </div>
      <div className={`${box.page} ${classes.scene}`} style={look} data-side={settings.side}>
        <div className={box.lines} aria-hidden="true" />
        {action.opensBox ? (
          <div className={box.panel}>
            <header>
              <Face id={sender.id} name={sender.name} photo={sender.photo} size={30} />
              <div>
                <strong>{settings.title || account.name}</strong>
                <small>{t('settings.box.preview.online')}</small>
              </div>
            </header>
            <div className={`${box.body} ${classes.body}`}>
              <small className={classes.by}>{sender.name}</small>
              <p className={box.theirs}>{said}</p>
              <div className={box.composer} aria-hidden="true">
                <span>{t('settings.box.preview.placeholder')}</span>
              </div>
            </div>
          </div>
        ) : (
          <div className={`${box.panel} ${classes.popup}`}>
            <Face id={sender.id} name={sender.name} photo={sender.photo} size={34} />
            <div>
              <strong>{sender.name}</strong>
              <p>{said}</p>
              <span className={box.button} aria-hidden="true">
                {t('automation.preview.answer')}
              </span>
            </div>
            <Icon name="close" size={14} />
          </div>
        )}
        <span className={box.launcher} aria-hidden="true">
          <Icon name="chatting" size={22} />
        </span>
      </div>
    </section>
  );
}
