import type { Agent } from '@vetrina/protocol/http/account';
import type { AgentId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';

/** T1: who will see everybody's visitors, because they leave their last group; null: nobody. */
export function useFreedWords(agents: readonly Agent[]): (freed: readonly AgentId[]) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (freed) => {
    const names = agents.filter(({ id }) => freed.includes(id)).map(({ name }) => name);
    return names.length === 0 ? null : t('settings.groups.freed', { count: names.length, names: format.list(names) });
  };
}
