import { expect, test } from 'vitest';
import { workerAddress } from './worker-address.ts';

test('N1: the policy makes one address, whatever it is asked for', () => {
  const made: string[] = [];
  const trustedTypes: NonNullable<Window['trustedTypes']> = {
    createPolicy: (name, rules) => {
      made.push(name, rules.createScriptURL('https://evil.example/x.js'));
      return rules;
    },
  };
  expect(workerAddress({ trustedTypes })).toBe('/service-worker.js');
  expect(made).toEqual(['vetrina-service-worker', '/service-worker.js']);
});

test('N1: browsers without Trusted Types take the address as it is', () => {
  expect(workerAddress({})).toBe('/service-worker.js');
});
