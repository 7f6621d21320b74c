import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';

/** What is asked of the machine; tests say something else. */
export type DriveFacts = {
  readonly platform: NodeJS.Platform;
  /** The number of the device a folder lies on, as `major:minor`. */
  readonly deviceOf: (folder: string) => string;
  /** Where Linux shows that device, without links; throws where there is none, as for a file system in memory. */
  readonly deviceFolder: (device: string) => string;
  readonly read: (path: string) => string;
  readonly run: (program: string, args: readonly string[]) => string;
};

function majorMinor(folder: string): string {
  const device = statSync(folder, { bigint: true }).dev;
  const major = ((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n);
  const minor = (device & 0xffn) | ((device >> 12n) & 0xffffff00n);
  return `${major}:${minor}`;
}

const thisMachine: DriveFacts = {
  platform: process.platform,
  deviceOf: majorMinor,
  deviceFolder: (device) => realpathSync(`/sys/dev/block/${device}`),
  read: (path) => readFileSync(path, 'utf8'),
  run: (program, args) => execFileSync(program, [...args], { encoding: 'utf8', timeout: 10_000, windowsHide: true }),
};

/** Whether the drive of a folder can be pulled out. What cannot be known, as when the system does not let us look, passes. */
export function isRemovable(folder: string, facts: DriveFacts = thisMachine): boolean {
  try {
    if (facts.platform === 'win32') return isRemovableOnWindows(folder, facts);
    if (facts.platform === 'darwin')
      return /Removable Media:\s+Removable|Device Location:\s+External|Protocol:\s+USB/i.test(
        facts.run('/usr/sbin/diskutil', ['info', mountOf(folder, facts)]),
      );
    return isRemovableOnLinux(folder, facts);
  } catch {
    return false;
  }
}

/** `DriveType` is a number in every language: 2 is what can be taken out, 5 a disc. */
function isRemovableOnWindows(folder: string, { run }: DriveFacts): boolean {
  const drive = /^[a-z]:/i.exec(folder)?.[0];
  if (!drive) return false;
  const query = `(Get-CimInstance Win32_LogicalDisk -Filter "DeviceID='${drive}'").DriveType`;
  return /^\s*[25]\s*$/.test(run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query]));
}

function mountOf(folder: string, { run }: DriveFacts): string {
  const last = run('/bin/df', ['-P', folder]).trim().split('\n').at(-1) ?? '';
  return /^\S+/.exec(last)?.[0] ?? folder;
}

/** What hangs on USB, and what says of itself that it can be taken out. A partition says it through its disk. */
function isRemovableOnLinux(folder: string, { deviceOf, deviceFolder, read }: DriveFacts): boolean {
  const device = deviceFolder(deviceOf(folder));
  if (/\/usb\d/.test(device)) return true;
  return [device, `${device}/..`].some((place) => {
    try {
      return read(`${place}/removable`).trim() === '1';
    } catch {
      return false;
    }
  });
}
