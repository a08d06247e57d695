import type { FileCard } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import { wireText } from '../loader/wire-text.ts';
import type { PutFile } from './uploads.ts';

/** By XMLHttpRequest, which alone tells how much has gone. `base`: the server's origin, for addresses without one. */
export function putFileFrom(w: Window & typeof globalThis, base: string): PutFile {
  return (url, file, progress) => {
    const request = new w.XMLHttpRequest();
    const answer = new Promise<FileCard | number>((resolve, reject) => {
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
      request.onload = () => resolve(request.status < 300 ? (request.response as FileCard) : request.status);
      request.onerror = reject;
      request.onabort = reject;
      request.responseType = 'json';
      request.open('PUT', new URL(url, `${base}/`).href);
      request.setRequestHeader('x-file-name', encodeURIComponent(wireText(file.name, LIMITS.fileName)));
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.send(file);
    });
    return { answer, stop: () => request.abort() };
  };
}
