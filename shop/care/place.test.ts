import { expect, test } from 'vitest';
import { syncedBy } from './place.ts';

const none = { variables: {}, exists: () => false };

test.each([
  ['/home/li/OneDrive/Backshelf', 'OneDrive'],
  ['/home/li/OneDrive - Li Trading/Backshelf', 'OneDrive'],
  ['/home/li/Dropbox/shop', 'Dropbox'],
  ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/shop', 'iCloud Drive'],
  ['/Users/li/Library/CloudStorage/GoogleDrive-li@example.com/My Drive', 'Google Drive'],
  ['/home/li/Nutstore Files/shop', '坚果云 Nutstore'],
  ['/home/li/我的坚果云/shop', '坚果云 Nutstore'],
  ['/home/li/BaiduSyncdisk/shop', '百度网盘'],
  ['/home/li/微云同步助手/shop', '腾讯微云'],
  ['/home/li/阿里云盘/shop', '阿里云盘'],
  ['/home/li/Nextcloud', 'Nextcloud'],
  ['/home/li/ownCloud/a/b/c', 'ownCloud'],
])('%s is copied by %s', (folder, name) => {
  expect(syncedBy(folder, none)).toBe(name);
});

test.each(['/home/li/Backshelf', '/home/li/My OneDrive things', '/srv/dropboxes/shop', '/'])(
  '%s is copied by nobody',
  (folder) => {
    expect(syncedBy(folder, none)).toBeUndefined();
  },
);

test('a folder is also known by the mark of its program, or by a variable, wherever it lies', () => {
  const exists = (path: string): boolean => path === '/data/shared/.stfolder';
  expect(syncedBy('/data/shared/shop', { variables: {}, exists })).toBe('Syncthing');
  const variables = { OneDriveCommercial: '/data/Cloud/' };
  expect(syncedBy('/data/cloud/shop', { variables, exists: () => false })).toBe('OneDrive');
});
