/** How the program came onto the PC, which says what an update must be and how it is put in place. */
export const waysInstalled = [
  'windows-installer',
  'windows-portable',
  'mac-image',
  'linux-appimage',
  'linux-package',
] as const;
export type InstalledAs = (typeof waysInstalled)[number];

/** Why an update is not taken, or not started. */
export const updateRefusals = [
  /** This is no installed program: the window in a browser, or one that was started from its sources. */
  'not-installed',
  /** `SHA256SUMS` or `SHA256SUMS.sig` does not lie beside it. */
  'sums-missing',
  /** No key that this program knows has signed the list. */
  'signature-wrong',
  'sums-not-readable',
  /** The signed list does not name the file. */
  'not-listed',
  /** The list names installers for this PC, but none of them lies in the folder. */
  'file-missing',
  'not-for-this-pc',
  'older-version',
  'same-version',
  'too-large',
  /** The file cannot be read: a stick that was pulled out, a link, a folder. */
  'not-readable',
  'cannot-copy',
  /** Its content is not what was signed. */
  'content-wrong',
  'backup-failed',
  /** The program lies where it cannot be replaced. */
  'place-not-writable',
  /** The shop's data lies in the program's own folder, which an installer empties. */
  'shop-in-program',
  'cannot-start',
] as const;
export type UpdateRefusalCode = (typeof updateRefusals)[number];
export type UpdateRefusal = {
  readonly code: UpdateRefusalCode;
  /** What it is about. */
  readonly file?: string;
  readonly version?: string;
};

export type UpdateFound = { readonly file: string; readonly version: string };
export type UpdateChoice =
  | { readonly found: UpdateFound; readonly refused?: undefined }
  | { readonly found?: undefined; readonly refused: UpdateRefusal };

/** Updates come as a file that a person has: nothing is looked for on a network. */
export type UpdateAbilities = {
  /**
   * Lets the person choose an installer, or a folder with one; checks it against the signed list beside it and keeps a copy. Nothing when the
   * person turned back.
   */
  chooseUpdate(from: 'file' | 'folder'): Promise<UpdateChoice | undefined>;
  /** Backs up, closes the shop, starts the checked copy and ends the program; or says why not, and the shop goes on. */
  startUpdate(): Promise<UpdateRefusal | undefined>;
};
