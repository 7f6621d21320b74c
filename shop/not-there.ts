const codes = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'];

/** What reading a file gives; nothing where there is none of that name, or none that may be read. What the disk says else is thrown. */
export function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

/** Whether an error says that there is no file of that name, or none that may be read. */
export function isNotThere(error: unknown): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
