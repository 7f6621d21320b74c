import { expect, test } from 'vitest';
import { type DriveFacts, isRemovable } from './drive.ts';

const nothing = (): never => {
  throw new Error('not asked for here');
};
const facts = (changes: Partial<DriveFacts>): DriveFacts => ({
  platform: 'linux',
  deviceOf: () => '8:17',
  deviceFolder: nothing,
  read: nothing,
  run: nothing,
  ...changes,
});

const linux = (device: string, removable: Record<string, string>): boolean =>
  isRemovable('/x', facts({ deviceFolder: () => device, read: (path) => removable[path] ?? nothing() }));

test('on Linux what hangs on USB or can be taken out is known', () => {
  expect(linux('/sys/devices/pci0/usb2/2-1/host1/block/sdb/sdb1', {})).toBe(true);
  expect(
    linux('/sys/devices/pci0/mmc0/block/mmcblk0/mmcblk0p1', {
      '/sys/devices/pci0/mmc0/block/mmcblk0/mmcblk0p1/../removable': '1\n',
    }),
  ).toBe(true);
  expect(
    linux('/sys/devices/pci0/ata1/block/sda/sda1', { '/sys/devices/pci0/ata1/block/sda/sda1/../removable': '0\n' }),
  ).toBe(false);
});

test('on Windows the drive’s type decides, in any language', () => {
  const windows = (folder: string, answer: string): boolean =>
    isRemovable(
      folder,
      facts({ platform: 'win32', run: (_program, args) => (args.at(-1)?.includes("'E:'") ? answer : nothing()) }),
    );
  expect([windows('E:\\shop', '2\r\n'), windows('E:\\shop', '3\r\n'), windows('\\\\?\\x', '2')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('on macOS the volume says so itself', () => {
  const mac = (said: string): boolean =>
    isRemovable(
      '/Volumes/STICK/shop',
      facts({
        platform: 'darwin',
        run: (program) =>
          program === '/bin/df' ? 'Filesystem 512-blocks\n/dev/disk4s1 1 2 3 1% /Volumes/STICK' : said,
      }),
    );
  expect([
    mac('   Device Location:      External\n'),
    mac('   Removable Media:     Fixed\n   Protocol:   PCI-Express'),
  ]).toEqual([true, false]);
});

test('what the system does not tell passes', () => {
  expect([isRemovable('/x', facts({})), isRemovable('E:\\', facts({ platform: 'win32' }))]).toEqual([false, false]);
});
