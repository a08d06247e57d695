import type { FileCard } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { AskUpload } from '@vetrina/protocol/messages/chat';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { BoxEnv } from './browser-env.ts';

/** A file on its way to the server. It becomes a message once it is there. */
export interface Upload {
  readonly id: MessageId;
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1. */
  readonly progress: number;
}

export type UploadProblem = 'fileTooLarge' | 'fileKind' | 'fileFailed';

/** Puts a file's bytes somewhere; `stop` breaks off. Answers the server's card, or the HTTP status that refused. */
export type PutFile = (
  url: string,
  file: File,
  progress: (share: number) => void,
) => { readonly answer: Promise<FileCard | number>; stop(): void };

interface UploadPorts {
  readonly env: Pick<BoxEnv, 'after' | 'newId'>;
  send(frame: AskUpload): boolean;
  putFile: PutFile;
  changed(uploads: readonly Upload[]): void;
  uploaded(card: FileCard): void;
  failed(file: File, problem: UploadProblem): void;
}

/** The kinds C4 allows, for the file dialogue and a first look; the server looks into the bytes. */
export const ACCEPTED =
  'image/*,.doc,.docx,.ppt,.pptx,.pps,.ppsx,.xls,.xlsx,.pdf,.txt,.csv,.xml,video/mp4,video/quicktime,.mp4,.mov';
const EXTENSIONS = new Set(ACCEPTED.split(',').filter((kind) => kind.startsWith('.')));
const ANSWER_MS = 20_000;

/** What can be said against a file before a byte of it travels. */
export function objectionTo({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): UploadProblem | null {
  if (size > LIMITS.fileBytes) return 'fileTooLarge';
  if (size === 0) return 'fileFailed';
  const extension = /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? '';
  // Drawings with scripts in them are no pictures.
  const picture = type.startsWith('image/') && type !== 'image/svg+xml';
  return picture || EXTENSIONS.has(extension) ? null : 'fileKind';
}

interface Running {
  upload: Upload;
  readonly file: File;
  /** Breaks off whatever goes on for it now. */
  stop: () => void;
  /** Its bytes travel. */
  placed: boolean;
}

/** Files on their way. A place is asked for while there is a line, and again over the next one. */
export class Uploads {
  private readonly ports: UploadPorts;
  private readonly running = new Map<MessageId, Running>();

  constructor(ports: UploadPorts) {
    this.ports = ports;
  }

  add(file: File): void {
    const objection = objectionTo(file);
    if (objection) {
      this.ports.failed(file, objection);
      return;
    }
    const id = this.ports.env.newId();
    const upload = { id, name: file.name, bytes: file.size, progress: 0 };
    this.running.set(id, { upload, file, stop: () => undefined, placed: false });
    this.ask(id);
    this.show();
  }

  cancel(id: MessageId): void {
    this.running.get(id)?.stop();
    this.running.delete(id);
    this.show();
  }

  cancelAll(): void {
    for (const id of [...this.running.keys()]) this.cancel(id);
  }

  hear(frame: ToVisitor): void {
    if (frame.type === 'welcome') for (const id of [...this.running.keys()]) this.ask(id);
    if (frame.type === 'upload-to') this.put(frame.id, frame.url);
    if (frame.type === 'refused' && this.running.has(frame.id)) {
      this.fail(frame.id, frame.code === 'file_type' ? 'fileKind' : 'fileFailed');
    }
  }

  private ask(id: MessageId): void {
    const one = this.running.get(id);
    if (!one || one.placed) return;
    one.stop();
    const isAsked = this.ports.send({ type: 'upload', id });
    one.stop = isAsked ? this.ports.env.after(ANSWER_MS, () => this.fail(id, 'fileFailed')) : () => undefined;
  }

  private put(id: MessageId, url: string): void {
    const one = this.running.get(id);
    if (!one || one.placed) return;
    one.stop();
    one.placed = true;
    const { answer, stop } = this.ports.putFile(url, one.file, (progress) => {
      one.upload = { ...one.upload, progress };
      this.show();
    });
    one.stop = stop;
    answer.then(
      (result) => this.finish(id, result),
      () => this.fail(id, 'fileFailed'),
    );
  }

  private finish(id: MessageId, result: FileCard | number): void {
    if (!this.running.has(id)) return;
    if (typeof result === 'number') {
      this.fail(id, result === 413 ? 'fileTooLarge' : result === 415 ? 'fileKind' : 'fileFailed');
      return;
    }
    this.running.delete(id);
    this.show();
    this.ports.uploaded(result);
  }

  private fail(id: MessageId, problem: UploadProblem): void {
    const one = this.running.get(id);
    if (!one) return;
    this.cancel(id);
    this.ports.failed(one.file, problem);
  }

  private show(): void {
    this.ports.changed([...this.running.values()].map(({ upload }) => upload));
  }
}
