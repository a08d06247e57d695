import type { FileCard } from '@vetrina/protocol/conversation';
import { call } from '../api/client.ts';
import { upload } from '../api/upload.ts';

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
  const { url } = await call('uploadPlace', { signal });
  return (await upload(url, file, { onProgress, signal })) as FileCard;
}
