import { Button, TextInput } from '@mantine/core';
import type { BlockOf, Flow, Reply } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { BotTextField } from './bot-text-field.tsx';
import type { FieldsProps } from './fields-props.ts';
import { freshReply } from './fresh-ids.ts';
import classes from './inspector.module.css';

export function MessageFields({ block, flow, onChange }: FieldsProps<BlockOf<'message'>> & { flow: Flow }) {
  const { t } = useTranslation();
  const { replies } = block;
  const withReplies = (next: readonly Reply[], about?: string): void =>
    onChange({ ...block, replies: [...next] }, about);
  return (
    <>
      <BotTextField
        label={t('chatbots.fields.text')}
        value={block.text}
        flow={flow}
        isWanted
        onChange={(text) => onChange({ ...block, text }, 'text')}
      />
      <fieldset className={classes.group}>
        <legend>{t('chatbots.fields.replies')}</legend>
        <p className="hint">{t('chatbots.fields.repliesText')}</p>
        {replies.map((reply, index) => (
          <div key={reply.id} className={classes.line}>
            <TextInput
              aria-label={t('chatbots.fields.reply', { number: index + 1 })}
              placeholder={t('chatbots.fields.reply', { number: index + 1 })}
              maxLength={LIMITS.botReply}
              value={reply.text}
              onChange={(event) => {
                const text = event.currentTarget.value;
                withReplies(
                  replies.map((one) => (one.id === reply.id ? { ...one, text } : one)),
                  reply.id,
                );
              }}
            />
            <IconButton
              icon="remove"
              label={t('chatbots.fields.removeReply', { number: index + 1 })}
              onClick={() => withReplies(replies.filter(({ id }) => id !== reply.id))}
            />
          </div>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          disabled={replies.length >= LIMITS.botReplies}
          onClick={() => withReplies([...replies, freshReply('')])}
        >
          {t('chatbots.fields.addReply')}
        </Button>
      </fieldset>
    </>
  );
}
