import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { Popup } from '../ui/popup.tsx';
import classes from './composer.module.css';

/** What people who help others write; their names are the screen reader's to say. */
const EMOJI = [
  ...['🙂', '😊', '😀', '😄', '😉', '😍', '🤗', '😎', '🤔', '😅', '😂', '😇'],
  ...['🙁', '😢', '😮', '😬', '😕', '🙏', '👍', '👎', '👋', '👏', '🙌', '💪'],
  ...['🤝', '👌', '✌️', '☝️', '👉', '👈', '❤️', '🧡', '💛', '💚', '💙', '💜'],
  ...['🎉', '🎁', '⭐', '✨', '🔥', '💡', '✅', '❌', '⚠️', '❓', '❗', '⏳'],
  ...['📦', '🚚', '🛒', '💳', '💶', '🧾', '📄', '📎', '📷', '📞', '📧', '🔑'],
  ...['☕', '🍕', '🍝', '🍷', '🌞', '🌧️', '🌍', '🏠', '🏖️', '🚗', '✈️', '🇮🇹'],
];

interface EmojiPickerProps {
  isDisabled: boolean;
  onPick: (emoji: string) => void;
}

export function EmojiPicker({ isDisabled, onPick }: EmojiPickerProps) {
  const { t } = useTranslation();
  return (
    <Popup
      label={t('composer.emoji')}
      width={356}
      button={(button) => (
        <IconButton
          {...button}
          icon="emoji"
          iconSize={20}
          label={t('composer.emoji')}
          hint={t('composer.emoji')}
          disabled={isDisabled}
        />
      )}
    >
      {(close) => (
        <div className={classes.emoji}>
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              onClick={() => {
                close();
                onPick(emoji);
              }}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}
