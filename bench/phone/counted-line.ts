import { connect, createServer, type Socket } from 'node:net';

/** Bytes as they pass, headers and framing included. */
export interface Bytes {
  down: number;
  up: number;
}

/** A line between a browser and a server on this machine, on which every byte is counted. */
export interface CountedLine {
  readonly port: number;
  /** Of the agent's socket. */
  readonly socket: Bytes;
  /** Of everything else. */
  readonly http: Bytes;
  end(): void;
}

/** What a browser says first on a connection that becomes the agent's socket. */
const IS_SOCKET = /^GET \/ws\/agent /;

/** Passes everything on to the server at `to`. */
export async function openCountedLine(to: number): Promise<CountedLine> {
  const socket: Bytes = { down: 0, up: 0 };
  const http: Bytes = { down: 0, up: 0 };
  const ends = new Set<Socket>();
  const server = createServer((browser) => {
    const target = connect(to, '127.0.0.1');
    let into: Bytes | null = null;
    browser.on('data', (data) => {
      into ??= IS_SOCKET.test(data.toString('latin1', 0, 40)) ? socket : http;
      into.up += data.length;
      target.write(data);
    });
    target.on('data', (data) => {
      if (into) into.down += data.length;
      browser.write(data);
    });
    for (const [one, other] of [
      [browser, target],
      [target, browser],
    ] as const) {
      ends.add(one);
      one.on('close', () => other.destroy()).on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    socket,
    http,
    end() {
      server.close();
      for (const one of ends) one.destroy();
    },
  };
}
