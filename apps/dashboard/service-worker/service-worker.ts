import type { FromPage } from '../src/app-shell/worker-messages.ts';
import { answerFromShell, hearPage, installShell, type ShellScope, tidyShells } from './offline-shell.ts';
import type { ShellFiles } from './shell-files.ts';

/**
 * The dashboard's service worker: this file only plugs in. What is kept for when there is no network is `offline-shell.ts`;
 * another matter (what is pushed, say) is a file beside it, with a function per deed, and its own listeners here.
 */
declare const self: ServiceWorkerGlobalScope;
/** Written in by the build. */
declare const SHELL_FILES: ShellFiles;

const files = SHELL_FILES;
const scope: ShellScope = { caches: self.caches, fetch: (...asked) => self.fetch(...asked), location: self.location };

self.addEventListener('install', (event) => event.waitUntil(installShell(scope, files)));

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([tidyShells(scope, files), self.clients.claim()])),
);

self.addEventListener('fetch', (event) => {
  const answer = answerFromShell(scope, files, event.request);
  if (answer !== null) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  const hearing = {
    skipWaiting: () => self.skipWaiting(),
    answer: (isOwn: boolean) => event.ports[0]?.postMessage(isOwn),
  };
  // Only pages of this origin can speak to it.
  event.waitUntil(hearPage(scope, files, event.data as FromPage, hearing));
});
