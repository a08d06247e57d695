const ADDRESS = '/service-worker.js';

interface ScriptAddressPolicy {
  createScriptURL: (input: string) => string;
}

declare global {
  interface Window {
    /** Where the browser knows Trusted Types. */
    readonly trustedTypes?: {
      createPolicy: (name: string, rules: ScriptAddressPolicy) => ScriptAddressPolicy;
    };
  }
}

/**
 * The worker's address as the browser takes it under Trusted Types. The server allows this policy by its name, once; whatever
 * it is asked for, it makes this one address.
 */
export function workerAddress(window: Pick<Window, 'trustedTypes'>): string {
  const policy = window.trustedTypes?.createPolicy('vetrina-service-worker', { createScriptURL: () => ADDRESS });
  return policy?.createScriptURL(ADDRESS) ?? ADDRESS;
}
