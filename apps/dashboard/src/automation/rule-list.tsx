import type { Rule } from '@vetrina/protocol/automation/rule';
import type { RuleResults } from '@vetrina/protocol/http/automation';
import type { RuleId } from '@vetrina/protocol/ids';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import { moved } from './rule-editing.ts';
import { RuleLine } from './rule-line.tsx';
import classes from './rule-list.module.css';
import { useOrderRules } from './use-rule-deeds.ts';

interface RuleListProps {
  rules: readonly Rule[];
  /** Null: they are on their way. */
  results: readonly RuleResults[] | null;
  mayEdit: boolean;
}

/** The rules in their order, which is what decides between two whose moments come at once (A3.4). */
export function RuleList({ rules, results, mayEdit }: RuleListProps) {
  const { t } = useTranslation();
  const order = useOrderRules();
  const [dragged, setDragged] = useState<RuleId | null>(null);
  const [over, setOver] = useState<RuleId | null>(null);
  const [said, setSaid] = useState('');
  const move = (id: RuleId, to: number): void => {
    const from = rules.findIndex((rule) => rule.id === id);
    const name = rules[from]?.name;
    if (name === undefined || to < 0 || to >= rules.length || from === to) return;
    order.mutate(moved(rules, from, to));
    setSaid(t('automation.list.moved', { name, place: to + 1, of: rules.length }));
  };
  const dropOn = (rule: Rule, index: number) => ({
    onDragOver: (event: DragEvent): void => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(rule.id);
    },
    onDrop: (event: DragEvent): void => {
      event.preventDefault();
      if (dragged !== null) move(dragged, index);
      setDragged(null);
      setOver(null);
    },
  });
  const from = rules.findIndex(({ id }) => id === dragged);
  return (
    <section aria-label={t('automation.messages')}>
      <ErrorNote error={order.error} />
      <ol className={classes.rules}>
        {rules.map((rule, index) => (
          <li
            key={rule.id}
            className={classes.rule}
            data-off={!rule.isOn || undefined}
            data-dragged={dragged === rule.id || undefined}
            data-drop={over === rule.id && dragged !== rule.id ? (index > from ? 'below' : 'above') : undefined}
            {...dropOn(rule, index)}
          >
            <RuleLine
              rule={rule}
              results={results === null ? null : results.find((each) => each.rule === rule.id)}
              mayEdit={mayEdit}
              isFirst={index === 0}
              isLast={index === rules.length - 1}
              onMove={(by) => move(rule.id, index + by)}
              onDrag={(isDragged) => {
                setDragged(isDragged ? rule.id : null);
                setOver(null);
              }}
            />
          </li>
        ))}
      </ol>
      {rules.length > 1 && <p className="hint">{t('automation.list.order')}</p>}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </section>
  );
}
