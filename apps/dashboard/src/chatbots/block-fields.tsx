import { changeBlock } from '@vetrina/domain/chatbots/edit-flow';
import type { FlowBlock } from '@vetrina/protocol/automation/flow';
import { useTranslation } from 'react-i18next';
import { AskFields } from './ask-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import type { ChangeBlock, FieldsProps } from './fields-props.ts';
import { HandOverFields } from './hand-over-fields.tsx';
import classes from './inspector.module.css';
import { MessageFields } from './message-fields.tsx';
import { ModelFields } from './model-fields.tsx';
import { DelayFields, EndFields } from './small-fields.tsx';
import type { Editor } from './use-editor.ts';
import { WebhookFields } from './webhook-fields.tsx';

/** All that a block says and does, in fields. */
export function BlockFields({ block, editor }: { block: FlowBlock; editor: Editor }) {
  const { t } = useTranslation();
  const onChange: ChangeBlock<FlowBlock> = (next, about) =>
    editor.edit((flow) => changeBlock(flow, next), about && `${block.id} ${about}`);
  return (
    <fieldset className={classes.fields} disabled={!editor.mayEdit}>
      <legend className="visually-hidden">{t(`chatbots.kinds.${block.kind}`)}</legend>
      <p className="hint">{t(`chatbots.leads.${block.kind}`)}</p>
      <KindFields block={block} editor={editor} onChange={onChange} />
    </fieldset>
  );
}

function KindFields({ block, editor, onChange }: FieldsProps<FlowBlock> & { editor: Editor }) {
  switch (block.kind) {
    case 'message':
      return <MessageFields block={block} flow={editor.flow} onChange={onChange} />;
    case 'ask':
      return <AskFields block={block} flow={editor.flow} onChange={onChange} />;
    case 'condition':
      return <ConditionFields block={block} flow={editor.flow} onChange={onChange} />;
    case 'delay':
      return <DelayFields block={block} onChange={onChange} />;
    case 'hand-over':
      return <HandOverFields block={block} flow={editor.flow} onChange={onChange} />;
    case 'webhook':
      return <WebhookFields block={block} flow={editor.flow} onChange={onChange} />;
    case 'model':
      return <ModelFields block={block} onChange={onChange} />;
    case 'end':
      return <EndFields block={block} onChange={onChange} />;
  }
}
