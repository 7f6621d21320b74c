import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { defaultFolder, namedFolder } from './folders.ts';

/** Where the shop of this person is, the same for every host. */
export type Home = {
  /** The shop's folder: the one named at the start, else where the person moved the shop to, else the system's place for local data. */
  folder(): string;
  /** Moved by the program: a shop must be there. Where its drive is away none is founded anew. */
  isMoved(): boolean;
  /** A folder that was named is not ours to leave. */
  readonly canMove: boolean;
  /** What the program keeps for itself (windows, log) lies under this name and ending. It stays when the shop moves. */
  readonly base: string;
  /** Whole or not at all: one rename. */
  moveTo(folder: string): void;
};

const pointerSchema = z.object({ folder: z.string().refine((path) => isAbsolute(path)) });

/** Beside the folder and not in it: the old folder may be deleted once the shop has moved. */
export const pointerOf = (base: string): string => `${base}-moved.json`;

export function homeOf(named?: string): Home {
  const asked = namedFolder(named);
  return asked === undefined ? movableHome(defaultFolder()) : fixedHome(asked);
}

export function fixedHome(folder: string): Home {
  return {
    folder: () => folder,
    isMoved: () => false,
    canMove: false,
    base: folder,
    moveTo: () => {
      throw new Error('A folder that was named is not ours to leave.');
    },
  };
}

export function movableHome(base: string): Home {
  let moved = movedFrom(base);
  return {
    folder: () => moved ?? base,
    isMoved: () => moved !== undefined,
    canMove: true,
    base,
    moveTo: (folder) => {
      writePointer(base, folder);
      moved = folder;
    },
  };
}

/** A pointer that cannot be read is an error: the shop it left would be taken for the one in use. */
function movedFrom(base: string): string | undefined {
  const pointer = pointerOf(base);
  if (!existsSync(pointer)) return undefined;
  return pointerSchema.parse(JSON.parse(readFileSync(pointer, 'utf8'))).folder;
}

function writePointer(base: string, folder: string): void {
  const pointer = pointerOf(base);
  mkdirSync(dirname(pointer), { recursive: true });
  const file = openSync(`${pointer}.tmp`, 'w');
  try {
    writeSync(file, JSON.stringify({ folder }));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${pointer}.tmp`, pointer);
  syncFolder(dirname(pointer));
}

/** So that the new name survives a power cut. Windows keeps names by itself, and does not open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
