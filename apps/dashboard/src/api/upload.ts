import { ApiError, refusal } from './client.ts';
import { ownPath } from './own-path.ts';

interface Upload {
  /** Share of the file that is there, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Calls it off. */
  signal?: AbortSignal;
}

/**
 * PUTs a file where the server said it may be put, once; the answer is the server's. Not `fetch`: it tells nothing of how
 * far a request has come.
 *
 * @throws ApiError as `call` does, and the signal's reason when it was called off
 */
export function upload(url: string, file: File, { onProgress, signal }: Upload = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    signal?.addEventListener('abort', () => request.abort());
    request.open('PUT', ownPath(url));
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onabort = () => reject(signal?.reason);
    request.onerror = () => reject(new ApiError('offline'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response);
      else reject(refusal(request.status, request.response));
    };
    request.send(file);
  });
}
