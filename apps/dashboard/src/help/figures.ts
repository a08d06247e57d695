/** What `{figure:name}` may name; `help-article.tsx` draws them. */
export const FIGURES = ['icons', 'plans', 'support'] as const;
export type FigureName = (typeof FIGURES)[number];
