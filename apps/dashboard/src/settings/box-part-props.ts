import type { BoxSettings } from '@vetrina/protocol/http/box';
import type { PlaceProps } from './place-props.ts';

/** What every part of the designer is given. */
export interface BoxPartProps extends PlaceProps {
  box: BoxSettings;
  set: (changes: Partial<BoxSettings>) => void;
}
