import { myDevices, removeDevice } from '../../push/my-devices.ts';
import type { PushKeys, PushRecords } from '../../push/ports.ts';
import { type SubscribeParts, subscribe } from '../../push/subscribe.ts';
import { type TryParts, tryDevice } from '../../push/try-device.ts';
import type { Handlers } from './handlers.ts';

export interface PushRouteParts extends SubscribeParts, TryParts {
  readonly records: PushRecords;
  readonly keys: Pick<PushKeys, 'publicKey'>;
}

type PushRoute = 'pushKey' | 'pushDevices' | 'subscribePush' | 'removePushDevice' | 'testPushDevice';

/** Web Push (C8), spoken in HTTP. */
export function pushRoutes(parts: PushRouteParts): Pick<Handlers, PushRoute> {
  return {
    pushKey: async () => ({ key: parts.keys.publicKey }),
    pushDevices: ({ caller }) => myDevices(parts, caller.actor),
    subscribePush: ({ caller, body }) => subscribe(parts, caller.actor, body),
    async removePushDevice({ caller, params }) {
      await removeDevice(parts, caller.actor, params.device);
    },
    async testPushDevice({ caller, params }) {
      await tryDevice(parts, caller.actor, params.device);
    },
  };
}
