import { photoOf } from './file-address.ts';
import type { AgentPhotos, FileRecords, FileStore } from './ports.ts';

export interface PhotoParts {
  readonly photos: AgentPhotos;
  readonly store: Pick<FileStore, 'remove'>;
  readonly records: Pick<FileRecords, 'forgetPhoto'>;
}

/** Gives an agent another photo, or none, and removes the one before. */
export async function replacePhoto(
  { photos, store, records }: PhotoParts,
  actor: Parameters<AgentPhotos['setPhoto']>[0],
  address: string | null,
): Promise<void> {
  const before = photoOf((await photos.setPhoto(actor, address)) ?? '');
  if (before === null) return;
  await records.forgetPhoto(before);
  await store.remove(before);
}
