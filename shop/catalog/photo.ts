import { photoBytesMost } from '../../contract/api/photos.ts';
import type { ActionHandler, ReadHandler } from '../context.ts';
import { keepPhoto, photoName, readPhoto } from '../photos/folder.ts';
import { pictureOf } from '../photos/picture.ts';
import { Refused, refuse } from '../refused.ts';
import { productOfCode } from './of-code.ts';
import { viewProduct } from './product.ts';

/** Keeps the file first, then says so. A picture that was taken away stays in the folder, where another item may have the same. */
export const setProductPhoto: ActionHandler<'catalog.setPhoto'> = (context, { sku, dataBase64 }) => {
  const product = productOfCode(context, sku);
  if (!product) return refuse('no-such-product', { sku });
  const photo = dataBase64 === null ? null : kept(context.folder, Buffer.from(dataBase64, 'base64'));
  if (photo instanceof Refused) return photo;
  context.store.caches.products.setPhoto(product.id, photo);
  return viewProduct(context, { ...product, photo: photo?.sha256 ?? null });
};

function kept(folder: string, bytes: Buffer): { sha256: string; type: string } | Refused<'photo-not-readable'> {
  if (bytes.length > photoBytesMost) return refuse('photo-not-readable', { path: '', why: 'too-large' });
  const picture = pictureOf(bytes);
  if (!picture) return refuse('photo-not-readable', { path: '', why: 'not-a-picture' });
  return { sha256: keepPhoto(folder, bytes, picture.type), type: picture.type };
}

export const getProductPhoto: ReadHandler<'catalog.photo'> = (context, { sku }) => {
  const product = productOfCode(context, sku);
  if (!product) return refuse('no-such-product', { sku });
  const { photo: sha256, photoType: type } = product;
  if (sha256 === null || type === null) return refuse('no-such-photo', { photo: product.id });
  const bytes = readPhoto(context.folder, { sha256, type });
  if (typeof bytes === 'string') return refuse('photo-not-readable', { path: photoName({ sha256, type }), why: bytes });
  return { type, sha256, dataBase64: bytes.toString('base64') };
};
