import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const WIDGET = fileURLToPath(new URL('../../apps/widget/', import.meta.url));

/** What the strictest customer's page sends: only its own scripts, no style element or attribute, no string made into code. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'none'; img-src 'self' data:; connect-src 'self' ws:; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

export interface BoxStage extends AsyncDisposable {
  /** Address of the stage page, whose team is played in the page itself. */
  page(asked?: Readonly<Record<string, unknown>>): string;
}

/** The box's own stage, from source, under the strict policy. */
export async function openBoxStage(): Promise<BoxStage> {
  const server = await createServer({
    root: WIDGET,
    configFile: `${WIDGET}vite.config.ts`,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, headers: { 'content-security-policy': STRICT } },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the stage has no port');
  return {
    page(asked = {}) {
      const query = new URLSearchParams(
        Object.entries(asked).map(([name, value]) => [
          name,
          typeof value === 'object' ? JSON.stringify(value) : `${value}`,
        ]),
      );
      return `http://127.0.0.1:${address.port}/src/box/dev/stage.html?${query}`;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
