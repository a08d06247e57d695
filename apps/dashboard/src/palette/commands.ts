import { useActionCommands } from './action-commands.ts';
import { useAutomationCommands } from './automation-commands.ts';
import type { Command } from './command.ts';
import { useHelpCommands } from './help-commands.ts';
import { useScreenCommands } from './screen-commands.ts';
import { useSettingsCommands } from './settings-commands.ts';
import { useViewCommands } from './view-commands.ts';

/** D1: everything the palette reaches without asking the server. Each part of the dashboard adds its own in one line. */
export function useCommands(openLegend: () => void): readonly Command[] {
  return [
    ...useScreenCommands(),
    ...useViewCommands(),
    ...useActionCommands(openLegend),
    ...useAutomationCommands(),
    ...useSettingsCommands(),
    ...useHelpCommands(),
  ];
}
