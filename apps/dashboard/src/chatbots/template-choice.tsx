import { EMPTY_FLOW } from '@vetrina/domain/chatbots/edit-flow';
import { BOT_TEMPLATES, type BotTemplate, flowFromTemplate } from '@vetrina/domain/chatbots/templates';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './chatbots.module.css';
import { FlowSketch } from './flow-sketch.tsx';
import { freshBlockId } from './fresh-ids.ts';
import { useAddChatbot } from './use-chatbot-deeds.ts';

interface TemplateChoiceProps {
  /** Otherwise they are shown, and cannot be taken. */
  mayAdd: boolean;
  onDone: (chatbot: string) => void;
}

/** Flows to begin with, each with a sketch of its own shape. */
export function TemplateChoice({ mayAdd, onDone }: TemplateChoiceProps) {
  const { t } = useTranslation();
  const add = useAddChatbot(({ id }) => onDone(id));
  const flowOf = (template: BotTemplate) =>
    // Every template has its own words; the type of the key is that of one of them.
    flowFromTemplate(
      template,
      (word) => t(`chatbots.templates.${template}.words.${word}` as 'chatbots.templates.lead.words.hello'),
      freshBlockId,
    );
  return (
    <>
      <ErrorNote error={add.error} />
      <ul className={classes.templates}>
        {BOT_TEMPLATES.map((template) => {
          const draft = flowOf(template);
          const name = t(`chatbots.templates.${template}.name`);
          return (
            <li key={template}>
              <button type="button" disabled={!mayAdd || add.isPending} onClick={() => add.mutate({ name, draft })}>
                <FlowSketch flow={draft} />
                <strong>{name}</strong>
                <span>{t(`chatbots.templates.${template}.lead`)}</span>
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            disabled={!mayAdd || add.isPending}
            onClick={() => add.mutate({ name: t('chatbots.empty.name'), draft: EMPTY_FLOW })}
          >
            <FlowSketch flow={EMPTY_FLOW} />
            <strong>{t('chatbots.empty.title')}</strong>
            <span>{t('chatbots.empty.lead')}</span>
          </button>
        </li>
      </ul>
    </>
  );
}
