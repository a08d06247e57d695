import { inkOn } from '@vetrina/domain/contrast';
import type { Agent } from '@vetrina/protocol/http/account';
import { type BoxSettings, FORM_FIELDS } from '@vetrina/protocol/http/box';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './box-preview.module.css';

const MOMENTS = ['chat', 'form', 'offline', 'rating'] as const;
type Moment = (typeof MOMENTS)[number];

interface BoxPreviewProps {
  /** As the plan allows. */
  box: BoxSettings;
  /** The account's. */
  name: string;
  agent: Agent;
}

/** A drawing of the box, live while it is designed. It stands in a page that is half as large. */
export function BoxPreview({ box, name, agent }: BoxPreviewProps) {
  const { t } = useTranslation();
  const [moment, setMoment] = useState<Moment>('chat');
  const shown = MOMENTS.filter((each) => isPossible(each, box));
  const now = shown.includes(moment) ? moment : 'chat';
  const look = {
    '--box-color': box.color,
    '--box-ink': inkOn(box.color),
    '--box-x': `${Math.min(box.offsetX, 120) / 2}px`,
    '--box-y': `${Math.min(box.offsetY, 120) / 2}px`,
  } as CSSProperties;
  return (
    <section className={classes.preview} aria-label={t('settings.box.preview.title')}>
      <div className={classes.moments} role="group" aria-label={t('settings.box.preview.moments')}>
        {shown.map((each) => (
          <button key={each} type="button" aria-pressed={each === now} onClick={() => setMoment(each)}>
            {t(`settings.box.preview.moment.${each}`)}
          </button>
        ))}
      </div>
      <div className={classes.page} style={look} data-side={box.side} aria-hidden="true">
        <div className={classes.lines} />
        <div className={classes.panel}>
          <header>
            {now !== 'offline' && <Face id={agent.id} name={agent.name} photo={agent.photo} size={30} />}
            <div>
              <strong>{box.title || name}</strong>
              <small>{t(now === 'offline' ? 'settings.box.preview.offline' : 'settings.box.preview.online')}</small>
            </div>
          </header>
          <div className={classes.body}>
            <Body moment={now} box={box} />
          </div>
        </div>
        <span className={classes.launcher}>
          <Icon name="chatting" size={22} />
        </span>
      </div>
      <p className={classes.note}>{t(box.hidden ? 'settings.box.preview.hiddenNote' : 'settings.box.preview.note')}</p>
    </section>
  );
}

function isPossible(moment: Moment, box: BoxSettings): boolean {
  switch (moment) {
    case 'chat':
      return true;
    case 'form':
      return box.form.beforeChat;
    case 'offline':
      return !box.hiddenWhenOffline;
    case 'rating':
      return box.rating;
  }
}

function Body({ moment, box }: { moment: Moment; box: BoxSettings }) {
  const { t } = useTranslation();
  switch (moment) {
    case 'chat':
      return (
        <>
          <p className={classes.theirs}>{box.welcome || t('settings.box.preview.welcome')}</p>
          <p className={classes.mine}>{t('settings.box.preview.question')}</p>
          <div className={classes.composer}>
            <Privacy box={box} />
            <span>
              {t('settings.box.preview.placeholder')}
              {box.files && <Icon name="attach" size={16} />}
            </span>
          </div>
        </>
      );
    case 'form':
      return <Form box={box} text={t('settings.box.preview.before')} button={t('settings.box.preview.start')} />;
    case 'offline':
      return (
        <Form
          box={box}
          text={box.offlineText || t('settings.box.preview.offlineText')}
          button={t('settings.box.preview.send')}
          message
        />
      );
    case 'rating':
      return (
        <div className={classes.rating}>
          <p>{t('settings.box.preview.rate')}</p>
          <span>🙁 😐 🙂</span>
        </div>
      );
  }
}

interface FormProps {
  box: BoxSettings;
  text: string;
  button: string;
  message?: boolean;
}

function Form({ box, text, button, message = false }: FormProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.form}>
      <p>{text}</p>
      {FORM_FIELDS.filter((field) => box.form[field] !== 'off').map((field) => (
        <span key={field} className={classes.field}>
          {t(`settings.box.fields.${field}`)}
          {box.form[field] === 'optional' && <small> {t('settings.box.preview.optional')}</small>}
        </span>
      ))}
      {message && <span className={classes.area}>{t('settings.box.preview.placeholder')}</span>}
      <Privacy box={box} />
      <span className={classes.button}>{button}</span>
    </div>
  );
}

function Privacy({ box: { privacy } }: { box: BoxSettings }) {
  const { t } = useTranslation();
  if (!privacy.shown) return null;
  return (
    <small className={classes.privacy}>
      {privacy.mustAgree && <i />}
      {t(privacy.mustAgree ? 'settings.box.preview.agree' : 'settings.box.preview.privacy')}
    </small>
  );
}
