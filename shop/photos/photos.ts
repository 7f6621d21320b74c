import { readFileSync, statSync } from 'node:fs';
import { photoBytesMost } from '../../contract/api/photos.ts';
import type { ParsedInput } from '../../contract/api.ts';
import type { ActionHandler, ReadHandler } from '../context.ts';
import { ifThere } from '../not-there.ts';
import { Refused, refuse } from '../refused.ts';
import { keepPhoto, photoName, readPhoto } from './folder.ts';
import { pictureOf } from './picture.ts';
import { viewPhoto } from './view.ts';

/** Keeps the file first, then says so: no event names a picture that is not on the disk. */
export const addPhoto: ActionHandler<'photos.add'> = (context, input) => {
  const { store, now, person } = context;
  const { returnId, returnLineId } = input;
  if (!store.returns.head(returnId)) return refuse('no-such-return', { return: String(returnId) });
  if (returnLineId !== undefined && !store.returns.workLines(returnId).some(({ id }) => id === returnLineId))
    return refuse('no-such-return-line', { line: 1, returnLineId });
  const bytes = bytesOf(input);
  if (bytes instanceof Refused) return bytes;
  const picture = pictureOf(bytes);
  if (!picture) return unreadable(input, 'not-a-picture');
  const row = {
    returnId,
    returnLineId: returnLineId ?? null,
    sha256: keepPhoto(context.folder, bytes, picture.type),
    type: picture.type,
    bytes: bytes.length,
    width: picture.width,
    height: picture.height,
    note: input.note || null,
    at: now,
    person,
  };
  return viewPhoto({ ...row, id: store.facts.add('photos', row), eventSeq: 0 });
};

type Given = Pick<ParsedInput<'photos.add'>, 'path' | 'dataBase64'>;

/** What was brought, as bytes: of a file that is named, or as they were sent. */
export function bytesOf(given: Given): Buffer | Refused<'photo-not-readable'> {
  const { path, dataBase64 = '' } = given;
  // A file of any size could be named: it is looked at before it is read.
  const size = path === undefined ? 0 : (ifThere(() => statSync(path).size) ?? 0);
  if (size > photoBytesMost) return unreadable(given, 'too-large');
  const bytes = path === undefined ? Buffer.from(dataBase64, 'base64') : ifThere(() => readFileSync(path));
  if (!bytes) return unreadable(given, 'missing');
  return bytes.length > photoBytesMost ? unreadable(given, 'too-large') : bytes;
}

export function unreadable({ path = '' }: Given, why: 'not-a-picture' | 'too-large' | 'missing') {
  return refuse('photo-not-readable', { path, why });
}

export const getPhoto: ReadHandler<'photos.get'> = ({ store, folder }, { photoId }) => {
  const row = store.photos.byId(photoId);
  if (!row) return refuse('no-such-photo', { photo: photoId });
  const bytes = readPhoto(folder, row);
  if (typeof bytes === 'string') return refuse('photo-not-readable', { path: photoName(row), why: bytes });
  return { ...viewPhoto(row), returnId: row.returnId, dataBase64: bytes.toString('base64') };
};
