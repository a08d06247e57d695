import type { Device } from '@vetrina/protocol/visitor-row';
import bowser from 'bowser';

export interface Machine {
  readonly device: Device | null;
  readonly browser: string | null;
  readonly os: string | null;
}

const NOTHING: Machine = { device: null, browser: null, os: null };
/** Real browsers send far shorter ones. */
const LONGEST = 512;
const REMEMBERED = 2_000;
const LONGEST_NAME = 60;
const DEVICES: Readonly<Record<string, Device>> = { desktop: 'desktop', tablet: 'tablet', mobile: 'phone' };

/**
 * Browser, system and kind of device out of a `User-Agent`. Reading one costs about 9 µs and a site sees a few hundred
 * different ones, so the newest answers are kept.
 */
export function userAgentReader(): (userAgent: string) => Machine {
  const known = new Map<string, Machine>();
  return (userAgent) => {
    if (userAgent === '' || userAgent.length > LONGEST) return NOTHING;
    const remembered = known.get(userAgent);
    if (remembered !== undefined) {
      // Moved to the end: the first key of a Map is then the one not asked for longest.
      known.delete(userAgent);
      known.set(userAgent, remembered);
      return remembered;
    }
    const machine = read(userAgent);
    known.set(userAgent, machine);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value as string);
    return machine;
  };
}

function read(userAgent: string): Machine {
  const { browser, os, platform } = bowser.parse(userAgent);
  return {
    device: DEVICES[platform.type ?? ''] ?? null,
    browser: named(browser.name, browser.version?.split('.')[0]),
    os: named(os.name, os.versionName ?? os.version?.split('.')[0]),
  };
}

function named(name: string | undefined, version: string | undefined): string | null {
  if (name === undefined || name === '') return null;
  return (version === undefined || version === '' ? name : `${name} ${version}`).slice(0, LONGEST_NAME);
}
