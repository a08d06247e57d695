import { type FlowProblem, isWarning } from '@vetrina/domain/chatbots/check-flow';
import { blockOf } from '@vetrina/domain/chatbots/exits';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import classes from './problem-list.module.css';
import { useBlockWords } from './use-block-words.ts';
import type { Editor } from './use-editor.ts';

interface ProblemListProps {
  editor: Editor;
  problems: readonly FlowProblem[];
  /** They stand beside their block, which need not be named. */
  isHere?: boolean;
}

/** What is missing or worth a look; a press leads to the block. */
export function ProblemList({ editor, problems, isHere = false }: ProblemListProps) {
  const { t } = useTranslation();
  const words = useBlockWords();
  if (problems.length === 0) return isHere ? null : <p className={classes.fine}>{t('chatbots.noProblems')}</p>;
  return (
    <ul className={classes.list} aria-label={t('chatbots.problemList')}>
      {problems.map((problem) => {
        const block = blockOf(editor.flow, problem.block);
        const text = words.problem(problem, block ?? undefined);
        return (
          <li
            key={`${problem.block} ${problem.problem} ${problem.exit} ${problem.answer}`}
            data-warning={isWarning(problem) || undefined}
          >
            <Icon name="warning" label={t(isWarning(problem) ? 'chatbots.warning' : 'chatbots.error')} />
            {block && !isHere ? (
              <button type="button" onClick={() => editor.choose([block.id])}>
                <strong>{words.name(block)}</strong>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
