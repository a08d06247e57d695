import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What the canvas says to who cannot see it. */
export function useCanvasWords(): Partial<AriaLabelConfig> {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('chatbots.canvas.howToChoose'),
      'node.a11yDescription.keyboardDisabled': t('chatbots.canvas.howToChoose'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }) =>
        t('chatbots.canvas.moved', { x: Math.round(x), y: Math.round(y) }),
      'edge.a11yDescription.default': t('chatbots.canvas.howToCut'),
      'controls.ariaLabel': t('chatbots.canvas.controls'),
      'controls.zoomIn.ariaLabel': t('chatbots.canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': t('chatbots.canvas.zoomOut'),
      'controls.fitView.ariaLabel': t('chatbots.canvas.fit'),
      'minimap.ariaLabel': t('chatbots.canvas.map'),
      'handle.ariaLabel': t('chatbots.canvas.handle'),
    }),
    [t],
  );
}
