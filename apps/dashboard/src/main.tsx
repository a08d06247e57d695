import '@fontsource-variable/figtree';
import './ui/mantine.css';
import 'virtual:theme.css';
import './ui/tokens.css';
import './ui/forced-colors.css';
import './ui/opening.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { AppUpdates } from './app-shell/app-updates.ts';
import { deviceOf, InstallOffer } from './app-shell/install-offer.ts';
import { pageEntry, startAppShell } from './app-shell/start-app-shell.ts';
import { AppShellContext } from './app-shell/use-app-shell.ts';
import { startI18n } from './i18n/start-i18n.ts';

const root = document.getElementById('root');
if (root) {
  // Before anything is awaited: the browser's offer to install comes early.
  const offer = new InstallOffer(deviceOf(window), window);
  await startI18n(navigator.languages);
  const updates = new AppUpdates({
    now: () => Date.now(),
    reload: () => location.reload(),
    entry: pageEntry(document),
  });
  createRoot(root).render(
    <StrictMode>
      <AppShellContext value={{ updates, offer }}>
        <App />
      </AppShellContext>
    </StrictMode>,
  );
  // After the first paint: what is fetched to be kept does not compete with what is to be seen.
  if (import.meta.env.PROD) requestAnimationFrame(() => setTimeout(() => void startAppShell(updates)));
}
