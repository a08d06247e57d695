import type { FileCard } from '@vetrina/protocol/conversation';
import { ApiError, call } from '../api/client.ts';
import { readRefusal } from '../api/wire.ts';
import { ownPath } from './own-path.ts';

/**
 * Takes a file to the server; it can be said from then on. `onProgress`: share of it that is there, 0 to 1.
 *
 * @throws ApiError as for every route, and the signal's reason when it was called off
 */
export async function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileCard> {
  const place = await call('uploadPlace', { signal });
  return put(ownPath(place.url), file, onProgress, signal);
}

/** Not `fetch`: it tells nothing of how far a request has come. */
function put(path: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<FileCard> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    signal.addEventListener('abort', () => request.abort());
    request.open('PUT', path);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onabort = () => reject(signal.reason);
    request.onerror = () => reject(new ApiError('offline'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as FileCard);
      else reject(new ApiError(readRefusal(request.response)?.code ?? 'internal'));
    };
    request.send(file);
  });
}
