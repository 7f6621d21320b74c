import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { networkShare, type PlaceFacts } from './place.ts';

const ext4 = 0xef53;
const table = `/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /dev/shm tmpfs rw 0 0
server:/books /mnt/books nfs4 rw 0 0
//server/share /mnt/My\\040Share cifs rw 0 0
li@host: /home/li/far fuse.sshfs rw 0 0
/dev/fuse /home/li/far/near ext4 rw 0 0
host /mnt/vm virtiofs rw 0 0
host9 /mnt/vm9 9p rw 0 0
`;

const linux = (type: number): PlaceFacts => ({
  platform: 'linux',
  realPath: (folder) => folder,
  typeOf: () => type,
  mounts: () => table,
});

test.each([
  ['/mnt/books/shop', 0x6969, 'nfs4'],
  ['/mnt/My Share', 0xff534d42, 'cifs'],
  ['/mnt/My Share', 0xff534d42 | 0, 'cifs'],
  ['/home/li/far/shop', 0x65735546, 'fuse.sshfs'],
])('on Linux %s is on a share', (folder, type, kind) => {
  expect(networkShare(folder, linux(type))).toBe(kind);
});

test.each([
  ['/home/li/shop', ext4],
  ['/home/li/farther', ext4],
  ['/home/li/far/near/shop', ext4],
  ['/dev/shm/shop', 0x01021994],
  ['/mnt/vm/shop', 0x65735546],
  ['/mnt/vm9/shop', 0x01021997],
])('on Linux %s is on none', (folder, type) => {
  expect(networkShare(folder, linux(type))).toBeUndefined();
});

const windows = (path: string): PlaceFacts => ({ ...linux(0), platform: 'win32', realPath: () => path });

test('on Windows a mapped drive and a long name of a share are known by where they lead', () => {
  expect(networkShare('Z:\\shop', windows('\\\\server\\share\\shop'))).toBe('\\\\server\\share\\shop');
  expect(networkShare('Z:\\shop', windows('\\\\?\\UNC\\server\\share'))).toBe('\\\\?\\UNC\\server\\share');
  for (const own of ['C:\\shop', '\\\\?\\C:\\shop', '\\\\.\\Volume\\shop'])
    expect(networkShare('C:\\shop', windows(own))).toBeUndefined();
});

test('on macOS the table of mounts tells', () => {
  const mounts = (): string => `/dev/disk3s1 on / (apfs, sealed, local)
//li@server/books on /Volumes/books (smbfs, nodev, nosuid, mounted by li)
/dev/disk4s1 on /Volumes/STICK (exfat, local)
`;
  const mac: PlaceFacts = { ...linux(0), platform: 'darwin', mounts };
  expect(networkShare('/Volumes/books/shop', mac)).toBe('smbfs');
  expect(networkShare('/Volumes/STICK/shop', mac)).toBeUndefined();
  expect(networkShare('/Users/li/shop', mac)).toBeUndefined();
});

test('what cannot be known passes; folders of tests are on no share', () => {
  const blind = (): never => {
    throw new Error('not allowed to look');
  };
  expect(networkShare('/shop', { ...linux(ext4), mounts: blind })).toBeUndefined();
  expect(networkShare(temporaryFolder())).toBeUndefined();
});
