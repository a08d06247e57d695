import { useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useMemo } from 'react';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { deviceOf, isIos } from '../app-shell/install-offer.ts';
import { type DeviceEnv, type PushState, ThisDevice } from './push-device.ts';
import { pushQueries } from './push-queries.ts';

/** This browser as a device that hears pushes: how it stands, and how to change it. */
export function useThisDevice() {
  const agent = useQuery(queries.session).data?.agent.id ?? '';
  const device = useMemo(() => new ThisDevice(browserEnv(), agent), [agent]);
  const queryClient = useQueryClient();
  const shown = [pushQueries.devices.queryKey, pushQueries.here(device).queryKey];
  const here = useQuery(pushQueries.here(device));
  const turnOn = useChange(() => device.turnOn(), shown);
  const turnOff = useChange(() => device.turnOff(here.data?.device?.id ?? null), shown);
  const state: PushState | null = here.data?.state ?? null;
  const look = (): void => void queryClient.invalidateQueries({ queryKey: pushQueries.here(device).queryKey });
  return { state, id: here.data?.device?.id ?? null, turnOn, turnOff, look, error: here.error };
}

function browserEnv(): DeviceEnv {
  const about = deviceOf(window);
  return {
    isSecure: isSecureContext,
    isIosBrowser: isIos(about) && !about.isApp,
    notification: 'Notification' in window ? Notification : null,
    async pushes() {
      const registration = await navigator.serviceWorker?.getRegistration();
      return registration?.pushManager ?? null;
    },
    storage: localStorage,
    userAgent: about.userAgent.slice(0, 512),
    language: () => i18next.language,
    server: {
      key: async () => (await call('pushKey', {})).key,
      subscribe: (body) => call('subscribePush', { body }),
      remove: (device) => call('removePushDevice', { params: { device } }),
    },
  };
}
