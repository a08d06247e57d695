/** Every help page, in the order in which they are read, under the headings of the contents. */
export const CONTENTS = {
  start: ['start', 'install', 'identify', 'nobody-appears'],
  visitors: ['visitors', 'search', 'icons', 'details', 'saved-views'],
  conversations: ['inbox', 'answering', 'away', 'blocking'],
  automation: ['automatic-messages', 'results', 'chatbots'],
  account: ['team', 'plans', 'privacy', 'notifications', 'statistics', 'keyboard', 'support'],
} as const;

export type HelpGroup = keyof typeof CONTENTS;
export type HelpPageName = (typeof CONTENTS)[HelpGroup][number];

export const HELP_GROUPS = Object.keys(CONTENTS) as HelpGroup[];
export const HELP_PAGES: readonly HelpPageName[] = HELP_GROUPS.flatMap((group) => [...CONTENTS[group]]);

export function isHelpPage(name: string | undefined): name is HelpPageName {
  return HELP_PAGES.some((page) => page === name);
}

/** The languages help is written in; the others read it in English. */
export const HELP_LANGUAGES = ['en', 'it'] as const;
export type HelpLanguage = (typeof HELP_LANGUAGES)[number];

export function helpLanguage(spoken: string): HelpLanguage {
  return HELP_LANGUAGES.find((language) => spoken.slice(0, 2) === language) ?? 'en';
}
