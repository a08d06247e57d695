import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { cssVariablesResolver, theme } from './src/ui/theme.ts';

const THEME_CSS = 'virtual:theme.css';

/**
 * The theme's variables as a stylesheet of the build. Mantine would write them into a `<style>` element at run time, which
 * the server's Content-Security-Policy and Trusted Types forbid.
 */
function themeCss(): Plugin {
  return {
    name: 'theme-css',
    resolveId: (id) => (id === THEME_CSS ? `\0${THEME_CSS}` : null),
    load(id) {
      if (id !== `\0${THEME_CSS}`) return null;
      const full = mergeMantineTheme(DEFAULT_THEME, theme);
      const base = defaultCssVariablesResolver(full);
      const own = cssVariablesResolver(full);
      return convertCssVariables(
        {
          variables: { ...base.variables, ...own.variables },
          light: { ...base.light, ...own.light },
          dark: { ...base.dark, ...own.dark },
        },
        ':root',
      );
    },
  };
}

const backend = process.env.BACKEND ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), themeCss()],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One chunk, so that Zod is told to work without `eval` before any other chunk makes a schema.
            { name: 'zod', test: /node_modules\/zod\/|zod-without-eval/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': backend, '/ws': { target: backend, ws: true }, '/loader.js': backend, '/widget': backend },
  },
});
