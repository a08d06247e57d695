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
  // Who was found by other words has to fit these like everything else, until the server has answered.
  const people = asked === typed && !found.isOfBefore ? found.commands : found.commands.map(asAnyOther);
  const groups = isTyped ? rank([...people, ...commands], typed) : suggest(commands, recent);
  const listed = useMemo(() => groups.flatMap(({ items }) => items.map(({ command }) => command)), [groups]);
  // What the arrows chose stays chosen, whom ever the server finds later.
  const active = listed.find(({ id }) => id === chosen) ?? listed[0] ?? null;
  const at = active ? listed.indexOf(active) : -1;

  const move = (step: number | 'first' | 'last'): void => {
    const last = listed.length - 1;
    const to = step === 'first' ? 0 : step === 'last' ? last : (at + step + listed.length) % Math.max(1, listed.length);
    setChosen(listed[to]?.id ?? null);
  };
  const choose = async (command: Command): Promise<void> => {
    // People come and go, and whom one looked for is nobody else's business.
    if (commands.some(({ id }) => id === command.id)) rememberCommand(command.id);
    try {
      // Closed first: the screen it leads to may want the focus.
      if (!command.stays) close();
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

function asAnyOther({ isFound: _found, ...command }: Command): Command {
  return command;
}
