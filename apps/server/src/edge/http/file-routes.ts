import { type OfferUploadParts, offerPhotoUpload, offerUpload } from '../../files/offer-upload.ts';
import { type PhotoParts, replacePhoto } from '../../files/photos.ts';
import type { Handlers } from './handlers.ts';

export type FileRouteParts = OfferUploadParts & PhotoParts;

/** Where agents put files and their photo, spoken in HTTP. */
export function fileRoutes(parts: FileRouteParts): Pick<Handlers, 'uploadPlace' | 'photoPlace' | 'removePhoto'> {
  return {
    async uploadPlace({ caller: { actor } }) {
      return offerUpload(parts, { account: actor.account, by: { who: 'agent', agent: actor.agent } });
    },
    async photoPlace({ caller: { actor } }) {
      return offerPhotoUpload(parts, { account: actor.account, by: { who: 'agent', agent: actor.agent } });
    },
    async removePhoto({ caller: { actor, agent } }) {
      await replacePhoto(parts, actor, null);
      return { ...agent, photo: null };
    },
  };
}
