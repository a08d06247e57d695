import { expect, test } from 'vitest';
import { popupPlace } from './popup-place.ts';

const phone = { width: 390, height: 844 };

test('V12: a popup opens towards the room there is', () => {
  const top = popupPlace({ top: 20, bottom: 50, left: 340, right: 380 }, phone);
  expect(top).toEqual({ top: '56px', bottom: 'auto', left: 'auto', right: '10px', maxHeight: '782px' });
  const bottom = popupPlace({ top: 790, bottom: 840, left: 8, right: 60 }, phone);
  expect(bottom).toEqual({ top: 'auto', bottom: '60px', left: '8px', right: 'auto', maxHeight: '778px' });
});
