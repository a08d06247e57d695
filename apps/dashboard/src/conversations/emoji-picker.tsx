import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
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
        <ActionIcon
          {...button}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('composer.emoji')}
          data-hint={t('composer.emoji')}
          disabled={isDisabled}
        >
          <Icon name="emoji" size={20} />
        </ActionIcon>
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
