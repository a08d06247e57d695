import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import classes from './preview.module.css';
import type { PreviewLine } from './preview-talk.ts';
import { useBlockWords } from './use-block-words.ts';

interface PreviewLineViewProps {
  line: PreviewLine;
  /** Its replies may be pressed. */
  isLast: boolean;
  onReply: (text: string) => void;
}

export function PreviewLineView({ line, isLast, onReply }: PreviewLineViewProps) {
  const { t } = useTranslation();
  const words = useBlockWords();
  switch (line.by) {
    case 'visitor':
      return (
        <p className={classes.said} data-by="visitor">
          {line.text}
        </p>
      );
    case 'bot':
      return (
        <>
          <p className={classes.said} data-by="bot">
            {line.text}
          </p>
          {isLast && line.replies.length > 0 && (
            <div className={classes.replies}>
              {line.replies.map((reply, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: replies are what they are by their place, drafts may repeat one
                <button key={index} type="button" onClick={() => onReply(reply)}>
                  {reply || '…'}
                </button>
              ))}
            </div>
          )}
        </>
      );
    case 'failure':
      return (
        <p className={classes.note} data-bad>
          <Icon name="warning" size={16} />
          {t(`chatbots.preview.failed-${line.of}`, { because: line.because })}
        </p>
      );
    case 'system': {
      const { effect } = line;
      const text = () => {
        switch (effect.do) {
          case 'identify':
            return t(`chatbots.preview.identified-${effect.as}`, { value: effect.value });
          case 'hand-over':
            return t('chatbots.preview.handedOver', { who: words.to(effect.to) });
          case 'resolve':
            return t('chatbots.preview.resolved');
          case 'end':
            return t(`chatbots.endings.${effect.because}`);
        }
      };
      return <p className={classes.note}>{text()}</p>;
    }
  }
}
