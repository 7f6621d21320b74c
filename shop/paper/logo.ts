import type { Settings } from '../../contract/api/settings.ts';
import type { ActionHandler, ReadHandler } from '../context.ts';
import { keepPhoto, photoName, readPhoto } from '../photos/folder.ts';
import { bytesOf, unreadable } from '../photos/photos.ts';
import { pictureOf } from '../photos/picture.ts';
import { Refused, refuse } from '../refused.ts';

/** Keeps the file first, then says so. A picture that was taken away stays in the folder, where an item may have the same. */
export const setLogo: ActionHandler<'paper.setLogo'> = ({ store, folder }, input) => {
  const isTakenAway = input.path === undefined && input.dataBase64 === undefined;
  const logo = isTakenAway ? null : keptLogo(folder, input);
  if (logo instanceof Refused) return logo;
  store.caches.desk.setSetting('logo', JSON.stringify(logo satisfies Settings['logo']));
  return logo ? { sha256: logo.sha256 } : {};
};

type Kept = NonNullable<Settings['logo']> | Refused<'photo-not-readable'>;

function keptLogo(folder: string, given: Parameters<typeof bytesOf>[0]): Kept {
  const bytes = bytesOf(given);
  if (bytes instanceof Refused) return bytes;
  const picture = pictureOf(bytes);
  if (!picture) return unreadable(given, 'not-a-picture');
  return { sha256: keepPhoto(folder, bytes, picture.type), type: picture.type };
}

export const getLogo: ReadHandler<'paper.logo'> = ({ settings, folder }) => {
  const { logo } = settings;
  if (!logo) return {};
  const bytes = readPhoto(folder, logo);
  if (typeof bytes === 'string') return refuse('photo-not-readable', { path: photoName(logo), why: bytes });
  return { type: logo.type, dataBase64: bytes.toString('base64') };
};
