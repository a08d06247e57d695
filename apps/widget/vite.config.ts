import { defineConfig, type Plugin } from 'vite';
import { LOADER_BUDGET, travelSize } from './loader-budget.ts';

/** Says what the loader weighs, and refuses to build one that is over its budget. */
function budget(): Plugin {
  return {
    name: 'loader-budget',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const bytes = travelSize(file.code);
          const line = `${file.fileName}: ${bytes} of ${LOADER_BUDGET} bytes gzip`;
          if (bytes > LOADER_BUDGET) this.error(line);
          this.info(line);
        }
      },
    },
  };
}

/** Builds `dist/loader.js`: one classic script without imports, named for good, because customers' pages name it. */
export default defineConfig({
  plugins: [budget()],
  build: {
    target: 'es2020',
    lib: { entry: 'src/loader/start.ts', formats: ['iife'], name: 'vetrinaLoader', fileName: () => 'loader.js' },
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
  },
});
