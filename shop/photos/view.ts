import type { Photo } from '../../contract/api/photos.ts';
import type { PhotoRow } from '../../db/queries/photos.ts';

/** A picture as the contract shows it, without its bytes. */
export function viewPhoto({ id, returnLineId, type, bytes, width, height, sha256, note, at, person }: PhotoRow): Photo {
  return {
    photoId: id,
    ...(returnLineId !== null && { returnLineId }),
    type: type as Photo['type'],
    bytes,
    width,
    height,
    sha256,
    ...(note !== null && { note }),
    at,
    person,
  };
}
