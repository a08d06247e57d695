import { useMediaQuery } from '@mantine/hooks';

export const PHONE = '(max-width: 767px)';
/** Held in a hand: what the style sheets give 44 px targets. */
export const TOUCH = '(max-width: 767px), (pointer: coarse)';

export function useIsPhone(): boolean {
  return useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false }) ?? false;
}
