const codes = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'];

/** Whether an error says that there is no file of that name, or none that may be read. */
export function isNotThere(error: unknown): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
