import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked of a server outside. */
export interface OutsideRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: ReturnType<JSON['parse']>;
}

/** For tests: a server that stands somewhere else, and answers as a test says. */
export async function fakeOutside(answer: (asked: OutsideRequest, response: ServerResponse) => void) {
  const asked: OutsideRequest[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    const one = { path: request.url ?? '', headers: request.headers, body: text === '' ? null : JSON.parse(text) };
    asked.push(one);
    answer(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
