import { readFileSync } from 'node:fs';
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { ROUTES } from '@vetrina/protocol/http/routes';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
// biome-ignore lint/correctness/useImportExtensions: it takes the types beside the script for the script.
import { precompressed } from '../../scripts/lib/precompress.mjs';
import { helpPages } from './build/help-plugin.ts';
import { serviceWorker } from './build/service-worker.ts';
import { worldMap } from './build/world-map.ts';
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

/** What so many screens have in common is one file: each file more is a way to the server and back, of which a browser goes six at once. */
const MANY = 8;

/** Asking the server. Apart from the rest: the page of the support chat needs it, and its policy allows none of our styles. */
const ASKING = /virtual:route-table|\/dashboard\/src\/api\/(client|wire)\.ts|\/protocol\/src\/errors\.ts/;

/** The mark stands in the page itself: as a file it would wait behind all scripts, and the page would be blank until then. */
function openingMark(): Plugin {
  const mark = readFileSync(new URL('public/favicon.svg', import.meta.url), 'utf8').trim();
  return { name: 'opening-mark', transformIndexHtml: (page) => page.replace('<!-- mark -->', () => mark) };
}

const backend = process.env.BACKEND ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [
    react(),
    themeCss(),
    routeTable(),
    worldMap(),
    helpPages(),
    withoutSchemas(),
    openingMark(),
    serviceWorker(),
    precompressed(),
  ],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // The dashboard, and the page that carries the operator's chat box inside it (S1).
    rolldownOptions: {
      input: ['index.html', 'support.html'],
      output: {
        codeSplitting: {
          groups: [
            { name: 'asking', test: ASKING, priority: 1 },
            { name: 'shared', minShareCount: MANY },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': backend, '/ws': { target: backend, ws: true }, '/loader.js': backend, '/widget': backend },
  },
});
