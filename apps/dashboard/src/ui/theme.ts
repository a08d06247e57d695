import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep teal, the house colour. Shade 8 carries white text at 7:1. */
const petrol: MantineColorsTuple = [
  '#edf6f6',
  '#d9eaea',
  '#b1d4d5',
  '#86bfc2',
  '#5fa9ad',
  '#43969a',
  '#2a8589',
  '#1b7379',
  '#0f5f66',
  '#07474d',
];

/** Warm accent for what waits for a person: new chats, warnings. */
const clay: MantineColorsTuple = [
  '#fdf1e9',
  '#f9e0d0',
  '#f3c3a4',
  '#f0a97e',
  '#e88c57',
  '#da7138',
  '#c75f27',
  '#b3511e',
  '#9a4316',
  '#78330f',
];

const gray: MantineColorsTuple = [
  '#f6f7f5',
  '#eef0ee',
  '#e3e7e5',
  '#d2d8d6',
  '#b8c2c0',
  '#84918f',
  '#566665',
  '#435150',
  '#2f3b3b',
  '#1a2626',
];

const dark: MantineColorsTuple = [
  '#e4eceb',
  '#c6d2d2',
  '#9fb2b4',
  '#75898c',
  '#41575c',
  '#25363a',
  '#1b292d',
  '#132023',
  '#0e181b',
  '#0a1113',
];

const FONT =
  "'Figtree Variable', Emoji, 'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', sans-serif";

/** Tokens of Mantine's own components. `tokens.css` holds those of ours; both speak the same palette. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { petrol, clay, gray, dark },
  black: '#122326',
  white: '#ffffff',
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: FONT, fontWeight: '650', textWrap: 'balance' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's defaults where their contrast is below 4.5:1 on our surfaces. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f7f5',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#5c6b6a',
    '--mantine-color-dimmed': '#4e5e5d',
    '--mantine-color-default-border': '#ccd4d2',
  },
  dark: {
    '--mantine-color-body': '#0e181b',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-placeholder': '#93a6a8',
    '--mantine-color-dimmed': '#a3b6b8',
    '--mantine-color-anchor': '#86bfc2',
    // The words of quiet buttons keep the colour of what they do.
    '--mantine-color-petrol-light-color': '#86bfc2',
    '--mantine-color-red-light-color': '#ff9d94',
  },
});
