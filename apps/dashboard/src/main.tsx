import '@fontsource-variable/figtree';
import './ui/mantine.css';
import 'virtual:theme.css';
import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startI18n } from './i18n/start-i18n.ts';

const root = document.getElementById('root');
if (root) {
  await startI18n(navigator.languages);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
