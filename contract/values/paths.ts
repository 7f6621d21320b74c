import { z } from 'zod';

/** No system has names with a NUL in them, or with half a character: what was written there would lie somewhere else. */
const isNameable = (path: string): boolean => !path.includes('\0') && path.isWellFormed();

/** A file or a folder as a person or a program names it, without blanks around it, which SQLite's driver would leave out as well; `''` where that stands for none. */
export const pathOrNoneSchema = z
  .string()
  .trim()
  .max(1000)
  .refine(isNameable, { params: { rule: 'nameable' } });
export const pathSchema = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine(isNameable, { params: { rule: 'nameable' } });
