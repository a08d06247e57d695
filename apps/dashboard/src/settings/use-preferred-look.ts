import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queries } from '../api/queries.ts';
import { pickLanguage, speak } from '../i18n/start-i18n.ts';

/** Language, theme and density follow the person's preferences, or else the browser. */
export function usePreferredLook(): void {
  const { data } = useQuery(queries.preferences);
  // Switching transitions off for a moment would write a <style> element, which the policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const paint = useRef(setColorScheme);
  paint.current = setColorScheme;
  useEffect(() => {
    if (!data) return;
    paint.current(data.theme);
    document.documentElement.dataset.density = data.density;
    void speak(data.language ?? pickLanguage(navigator.languages));
  }, [data]);
}
