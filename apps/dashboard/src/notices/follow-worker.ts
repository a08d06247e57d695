import type { FromWorker } from '../app-shell/worker-messages.ts';

/** C8: a notification was pressed, and this page is to lead there: without loading anew, so that nothing typed is lost. */
export function followWorker(container: ServiceWorkerContainer, go: (path: string) => void): () => void {
  const hear = ({ data, ports }: MessageEvent): void => {
    const message = data as FromWorker;
    if (message?.kind !== 'open') return;
    ports[0]?.postMessage(true);
    go(message.path);
  };
  container.addEventListener('message', hear);
  // What was said before anybody listened comes now.
  container.startMessages();
  return () => container.removeEventListener('message', hear);
}
