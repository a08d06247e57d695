import { LIMITS, RHYTHM } from '@vetrina/protocol/limits';
import { PATIENCE } from '@vetrina/socket/reconnect-policy';
import type { Plugin } from 'vite';

const TABLES: Readonly<Record<string, Readonly<Record<string, number>>>> = { LIMITS, RHYTHM, PATIENCE };

/** Writes `LIMITS.title` as the number it is, so that no table travels for the few of its entries that are used. */
export function inlineTables(): Plugin {
  return {
    name: 'inline-tables',
    transform(code) {
      return code.replace(/\b(LIMITS|RHYTHM|PATIENCE)\.(\w+)/g, (whole, table: string, entry: string) =>
        String(TABLES[table]?.[entry] ?? whole),
      );
    },
  };
}

/**
 * What the loader and its socket call their own parts; the build shortens these names. None may be a field of the wire or of
 * the link to the box, which `shrink.test.ts` looks up, nor of anything of the browser's or page's that the loader touches,
 * which the scenes in `e2e/loader` prove on the built file.
 */
export const OWN_NAMES: readonly string[] = `
  address all attempt cancelTimer closed comeBack command commands connect connection current
  decide env era failures fetchFile forget forgetChat has heard heardAt hook identified importFile
  isChatting isReady keyInUse later leave listeners logout memory news notBefore note notes obey
  onMessage onOpen onState opened pages paint putBack ready renew renewKey reportActivity restart
  run say setConsent showLauncher showVisitor snippet stopWatching stored tabId take takeNews
  takeOut takeOver talk targets tell track tracking turned until waiting watch
  wentOffline whole wire
`
  .trim()
  .split(/\s+/);
