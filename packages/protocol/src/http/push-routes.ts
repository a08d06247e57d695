import { z } from 'zod';
import { pushDevice, pushDeviceParams, pushKey, pushSubscribing } from './push.ts';
import type { Route } from './route.ts';

/** C8: Web Push, a part of the table of routes. Everybody about their own devices. */
export const PUSH_ROUTES = {
  pushKey: { method: 'GET', path: '/api/v1/push/key', who: 'agent', answer: pushKey },
  pushDevices: { method: 'GET', path: '/api/v1/push/devices', who: 'agent', answer: z.array(pushDevice) },
  subscribePush: {
    method: 'POST',
    path: '/api/v1/push/devices',
    who: 'agent',
    body: pushSubscribing,
    answer: pushDevice,
  },
  removePushDevice: { method: 'DELETE', path: '/api/v1/push/devices/:device', who: 'agent', params: pushDeviceParams },
  /** Comes as a push; 204 says that it was sent off, not that it arrived. */
  testPushDevice: {
    method: 'POST',
    path: '/api/v1/push/devices/:device/test',
    who: 'agent',
    params: pushDeviceParams,
  },
} as const satisfies Record<string, Route>;
