import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { ThisDevice } from './push-device.ts';

/** C8: the devices that hear pushes. */
export const pushQueries = {
  devices: queryOptions({ queryKey: ['push-devices'], queryFn: ({ signal }) => call('pushDevices', { signal }) }),
  /** How it stands here, told to the server as well: once for each load of the dashboard. */
  here: (here: ThisDevice) =>
    queryOptions({
      queryKey: ['push-here'],
      queryFn: async () => {
        const device = await here.confirm();
        return { state: device === null ? await here.state() : ('on' as const), device };
      },
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
};
