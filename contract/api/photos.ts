import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { pathSchema } from '../values/paths.ts';

const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** The largest picture that is kept; windows make them smaller before they send them. */
export const photoBytesMost = 5 * 1024 * 1024;
/** That many bytes as Base64. */
const base64Most = Math.ceil(photoBytesMost / 3) * 4;

/** The bytes as Base64. One too many may come, so that a picture that is too large is refused in words. */
export const pictureSchema = z
  .string()
  .min(1)
  .max(base64Most * 2);

const noteSchema = z.string().trim().max(500);

/** A picture of a return, without the picture itself. */
export const photoSchema = z.object({
  photoId: z.int(),
  returnLineId: z.int().optional(),
  type: z.enum(photoTypes),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  sha256: z.string(),
  note: z.string().optional(),
  at: z.string(),
  person: z.string(),
});
export type Photo = z.infer<typeof photoSchema>;

export const photosApi = {
  'photos.add': procedure({
    about:
      'Keeps a picture (JPEG, PNG or WebP, at most 5 MB) of a return or of one of its lines in the shop’s folder. Give either a path or the bytes as Base64.',
    kind: 'action',
    needs: 'returns',
    input: z
      .object({
        id: actionIdSchema,
        returnId: z.int(),
        returnLineId: z.int().optional(),
        note: noteSchema.optional(),
        path: pathSchema.optional(),
        dataBase64: pictureSchema.optional(),
      })
      .refine(({ path, dataBase64 }) => (path === undefined) !== (dataBase64 === undefined), {
        path: ['path'],
        params: { rule: 'one-of-two' },
      }),
    output: photoSchema,
    refusals: ['no-such-return', 'no-such-return-line', 'photo-not-readable'],
  }),
  'photos.get': procedure({
    about: 'One picture with its bytes, checked against the fingerprint it was kept with.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ photoId: z.int() }),
    output: photoSchema.extend({ returnId: z.int(), dataBase64: z.string() }),
    refusals: ['no-such-photo', 'photo-not-readable'],
  }),
};
