import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import type { Operated } from './operate.ts';

/** What the running server leaves in its data folder for the operator's command, readable by its own user alone. */
export const operatorNote = z.strictObject({ port: z.int(), token: z.string() });
export type OperatorNote = z.infer<typeof operatorNote>;

export const noteIn = (dataDir: string): string => join(dataDir, 'operator.json');

export const commandWords = z.array(z.string().max(500)).max(10);

const LARGEST_COMMAND = 16 * 1024;

export interface OperatorDoorParts {
  readonly dataDir: string;
  /** Fresh with every start. */
  readonly token: string;
  readonly operate: (words: readonly string[]) => Promise<Operated>;
  readonly failed: (reason: unknown) => void;
}

/**
 * The operator's way into a running server: a second HTTP server, on this machine's loopback and on a port of its own that no
 * proxy knows. Whoever can read the note in the data folder could read the database too, and is let in.
 */
export async function openOperatorDoor(parts: OperatorDoorParts): Promise<{ close(): void }> {
  const server = createServer((request, response) => {
    answer(parts, request).then(
      ({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => {
        parts.failed(error);
        response.writeHead(500).end('{"ok":false,"text":"The server failed; its log says why."}');
      },
    );
  });
  const port = await listen(server);
  const note = noteIn(parts.dataDir);
  mkdirSync(parts.dataDir, { recursive: true, mode: 0o700 });
  // Under another name first, so that nobody reads half a note, nor one that others may read.
  writeFileSync(`${note}.new`, JSON.stringify({ port, token: parts.token } satisfies OperatorNote), { mode: 0o600 });
  renameSync(`${note}.new`, note);
  return {
    close() {
      rmSync(note, { force: true });
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the operator has no door'));
      else resolve(address.port);
    });
  });
}

async function answer(
  { token, operate }: OperatorDoorParts,
  request: IncomingMessage,
): Promise<{ readonly status: number; readonly body: Operated }> {
  const refused = (status: number, text: string) => ({ status, body: { ok: false, text } });
  if (!sameText(request.headers.authorization ?? '', `Bearer ${token}`)) return refused(401, 'Not the operator.');
  if (request.method !== 'POST') return refused(405, 'Commands are posted.');
  const text = await bodyOf(request);
  const words = text === null ? null : commandWords.safeParse(jsonOf(text));
  if (words === null || !words.success) return refused(400, 'That is no command.');
  return { status: 200, body: await operate(words.data) };
}

/** Compared as hashes, so that neither length nor time tells anything. */
function sameText(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_COMMAND) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
