import { z } from 'zod';

/** No system has names with a NUL in them, or with half a character: what was written there would lie somewhere else. */
const isNameable = (path: string): boolean => !path.includes('\0') && path.isWellFormed();

/** From the root of a disk, a drive or a share: a file of Windows may be looked at elsewhere, and the reverse. */
const isWhole = (path: string): boolean => /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);

/** A folder that is remembered, so it does not depend on where the program was started; `''` for none. */
export const folderOrNoneSchema = z
  .string()
  .trim()
  .max(1000)
  .refine(isNameable, { params: { rule: 'nameable' } })
  .refine((path) => path === '' || isWhole(path), { params: { rule: 'whole-path' } });
/** A file or a folder as a person or a program names it, without blanks around it, which SQLite's driver would leave out as well. */
export const pathSchema = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine(isNameable, { params: { rule: 'nameable' } });
