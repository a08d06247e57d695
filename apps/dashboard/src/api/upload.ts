import { reach, refusal } from './client.ts';

/**
 * PUTs a file where the server said it may be put, once.
 *
 * @throws ApiError as `call` does.
 */
export async function upload(url: string, file: File): Promise<void> {
  const response = await reach(url, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: {
      'content-type': file.type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
    },
    body: file,
  });
  if (!response.ok) throw await refusal(response);
}
