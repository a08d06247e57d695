import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { ROUTES } from '@vetrina/protocol/http/routes';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './build/service-worker.ts';
import { worldMap } from './build/world-map.ts';
import { helpPages } from './src/help/help-plugin.ts';
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

const ROUTE_TABLE = 'virtual:route-table';

/** How to call each route, without the schemas of what is said: checking them is the server's business. */
function routeTable(): Plugin {
  const table = Object.entries(ROUTES).map(([name, route]) => [
    name,
    { method: route.method, path: route.path, hasAnswer: 'answer' in route },
  ]);
  return {
    name: 'route-table',
    resolveId: (id) => (id === ROUTE_TABLE ? `\0${ROUTE_TABLE}` : null),
    load: (id) =>
      id === `\0${ROUTE_TABLE}` ? `export const ROUTE_TABLE = ${JSON.stringify(Object.fromEntries(table))};` : null,
  };
}

const PROTOCOL = /\/packages\/protocol\/src\//;

/**
 * Leaves out the schemas that no screen asks, and with them Zod (27 kB, and it probes for `eval`, which the policy refuses).
 * Making a schema does nothing else, which a bundler cannot know: here each one is marked. What is left of Zod in the
 * bundle by somebody's `parse` fails the build.
 */
function withoutSchemas(): Plugin {
  return {
    name: 'without-schemas',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!PROTOCOL.test(id)) return null;
      const edits = this.parse(code, { lang: 'ts' }).body.flatMap((statement) => {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (declared?.type !== 'VariableDeclaration') return [];
        return declared.declarations.flatMap(({ init }) => (init?.type === 'CallExpression' ? [init] : []));
      });
      const marked = edits.reduceRight(
        (text, { start, end }) =>
          `${text.slice(0, start)}/* @__PURE__ */ (() => ${text.slice(start, end)})()${text.slice(end)}`,
        code,
      );
      return { code: marked, map: null, moduleSideEffects: false };
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        const isIn = chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.includes('/node_modules/zod/'));
        if (isIn) this.error(`${chunk.fileName} carries Zod: somebody parses with a schema at run time`);
      }
    },
  };
}

const backend = process.env.BACKEND ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), themeCss(), routeTable(), worldMap(), helpPages(), withoutSchemas(), serviceWorker()],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': backend, '/ws': { target: backend, ws: true }, '/loader.js': backend, '/widget': backend },
  },
});
