import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { PAGE, type ShellFiles } from '../service-worker/shell-files.ts';

const ENTRY = join(import.meta.dirname, '..', 'service-worker', 'service-worker.ts');
/** The screens that a phone without a network opens to. What else was used once is kept as well. */
const FIRST_SCREENS = ['/visitors-page.tsx', '/conversations-page.tsx'];

/** The paths of everything that a chunk loads with itself: the chunks it imports, and their style sheets. */
function loadedWith(bundle: Rolldown.OutputBundle, fileName: string, seen: Set<string>): Set<string> {
  const chunk = bundle[fileName];
  if (seen.has(fileName) || chunk?.type !== 'chunk') return seen;
  seen.add(fileName);
  for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css);
  for (const imported of chunk.imports) loadedWith(bundle, imported, seen);
  return seen;
}

/** N1: what has to be kept to open the dashboard without a network. */
function shellFiles(bundle: Rolldown.OutputBundle): ShellFiles {
  const seen = new Set<string>();
  for (const file of Object.values(bundle)) {
    if (file.type !== 'chunk') continue;
    const isFirst = file.isEntry || FIRST_SCREENS.some((screen) => file.facadeModuleId?.endsWith(screen));
    if (isFirst) loadedWith(bundle, file.fileName, seen);
  }
  const fonts = Object.keys(bundle).filter((name) => /latin-wght-normal.*\.woff2$/.test(name));
  const hash = createHash('sha256');
  for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0`).update(file.type === 'chunk' ? file.code : file.source);
  return {
    version: hash.digest('hex').slice(0, 12),
    paths: [PAGE, ...[...seen, ...fonts].sort().map((name) => `/${name}`)],
  };
}

/** Builds `/service-worker.js`: one classic script that knows the files of the build it belongs to. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const built = await build({
          configFile: false,
          logLevel: 'warn',
          define: { SHELL_FILES: JSON.stringify(shellFiles(bundle)) },
          build: {
            write: false,
            target: 'es2023',
            lib: { entry: ENTRY, formats: ['iife'], name: 'worker', fileName: () => 'service-worker.js' },
          },
        });
        const outputs = Array.isArray(built) ? built : [built];
        const [script] = outputs.flatMap((output) => ('output' in output ? output.output : []));
        if (script?.type !== 'chunk') this.error('the service worker was not built');
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: script.code });
      },
    },
  };
}
