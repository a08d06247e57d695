import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useErrorSentence } from '../ui/error-note.tsx';
import type { Command } from './command.ts';
import { useCommands } from './commands.ts';
import { useFoundCommands } from './found-commands.ts';
import { rank, suggest } from './rank.ts';
import { recentCommands, rememberCommand } from './recent-commands.ts';

/** Typing pauses this long before the server is asked, ms. */
const PAUSE = 160;

/** What was typed, what fits, and which of it Enter takes. */
export function usePalette(openLegend: () => void, close: () => void) {
  const sentence = useErrorSentence();
  const [typed, type] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [recent] = useState(recentCommands);
  const [asked] = useDebouncedValue(typed, PAUSE);
  const commands = useCommands(openLegend);
  const found = useFoundCommands(asked);
  const isTyped = typed.trim() !== '';
  const groups = isTyped ? rank([...found.commands, ...commands], typed) : suggest(commands, recent);
  const listed = useMemo(() => groups.flatMap(({ items }) => items.map(({ command }) => command)), [groups]);
  // Whom the server finds later moves nothing away from under Enter.
  const active = listed.find(({ id }) => id === chosen) ?? listed[0] ?? null;
  const at = active ? listed.indexOf(active) : -1;

  const move = (step: number | 'first' | 'last'): void => {
    const last = listed.length - 1;
    const to = step === 'first' ? 0 : step === 'last' ? last : (at + step + listed.length) % Math.max(1, listed.length);
    setChosen(listed[to]?.id ?? null);
  };
  const choose = async (command: Command): Promise<void> => {
    if (isKept(command)) rememberCommand(command.id);
    try {
      // Closed first: the screen it leads to may want the focus.
      if (command.id !== 'snippet') close();
      const said = await command.run();
      if (typeof said === 'string') setNote(said);
    } catch (error) {
      setNote(sentence(error));
    }
  };
  return {
    ...{ typed, groups, active, move, found, note },
    choose: (command: Command) => void choose(command),
    setTyped(next: string) {
      type(next);
      setChosen(null);
      setNote(null);
    },
  };
}

/** People come and go, and whom one looked for is nobody else's business. */
const isKept = ({ isFound, group }: Command): boolean => isFound !== true && group !== 'automation';
