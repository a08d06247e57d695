import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { RuleResults } from '@vetrina/protocol/http/automation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import { MoveHandle } from './move-handle.tsx';
import { draftOf } from './rule-editing.ts';
import { RuleGlance } from './rule-glance.tsx';
import classes from './rule-list.module.css';
import { RuleMenu } from './rule-menu.tsx';
import { ruleSentence } from './rule-sentence.ts';
import { SwitchOnDialog } from './switch-on-dialog.tsx';
import { useSwitchRule } from './use-rule-deeds.ts';
import { useSpeech } from './use-speech.ts';

interface RuleLineProps {
  rule: Rule;
  /** Null: they are on their way; undefined: nothing came of it yet. */
  results: RuleResults | null | undefined;
  mayEdit: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
  onDrag: (isDragged: boolean) => void;
}

/** One rule: on or off, in a sentence, and what came of it. */
export function RuleLine({ rule, results, mayEdit, isFirst, isLast, onMove, onDrag }: RuleLineProps) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const [isTrying, setTrying] = useState(false);
  const toggle = useSwitchRule(() => setTrying(false));
  const { id, name, isOn, action } = rule;
  return (
    <>
      {mayEdit && <MoveHandle name={name} onMove={onMove} onDrag={onDrag} />}
      <Switch
        className={classes.toggle}
        aria-label={t('automation.list.isOn', { name })}
        checked={isOn}
        disabled={!mayEdit}
        onChange={(event) => (event.currentTarget.checked ? setTrying(true) : toggle.mutate({ rule: id, isOn: false }))}
      />
      <div className={classes.what}>
        <h2>
          <Link to="/automation/messages/$rule/{-$part}" params={{ rule: id, part: undefined }}>
            {name}
          </Link>
        </h2>
        <p>{ruleSentence(rule.logic, speech)}</p>
        {action.does === 'write' && <p className={classes.text}>{action.text}</p>}
        {!isTrying && <ErrorNote error={toggle.error} />}
      </div>
      <RuleGlance rule={rule} results={results} />
      <RuleMenu
        rule={rule}
        mayEdit={mayEdit}
        isFirst={isFirst}
        isLast={isLast}
        onMove={onMove}
        onTry={() => setTrying(true)}
      />
      {isTrying && (
        <SwitchOnDialog
          name={name}
          of={{ draft: draftOf(rule), rule: id }}
          action={isOn ? null : t('automation.switch.on')}
          deed={toggle}
          onSwitchOn={() => toggle.mutate({ rule: id, isOn: true })}
          onClose={() => {
            toggle.reset();
            setTrying(false);
          }}
        />
      )}
    </>
  );
}
