/** Far above what a release needs, far below what fills a disk. */
export const installerBytesMost = 1024 ** 3;
export const sumsBytesMost = 64 * 1024;
export const signatureBytesMost = 1024;
