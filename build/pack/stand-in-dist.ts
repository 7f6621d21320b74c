import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hollowProgram } from './executable.ts';
import type { PackTarget } from './target.ts';

/**
 * A folder that electron-builder takes for an unpacked Electron where the real one cannot be had: the names, headers, version
 * resource and fuse wire that packing reads and writes. It cannot start: what is packed runs under `build/stand-in`.
 */

/** What Electron's makers put before its fuses, so that they are found in the program; then version 1 and the number of fuses. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron comes: Node's doors open, cookies plain, the archive unchecked. `1` is on, `0` is off. */
const fusesAsTheyCome = '10110001';

const fuseWire = Buffer.from(
  `${fuseMark}\x01${String.fromCharCode(fusesAsTheyCome.length)}${fusesAsTheyCome}`,
  'latin1',
);
const languages = ['de', 'en-US', 'zh-CN', 'zh-TW'];
const macLanguages = ['de', 'en', 'zh_CN', 'zh_TW'];

type Files = Record<string, Buffer | string>;

const notices: Files = {
  LICENSE: 'Electron’s own licence stands here.\n',
  'LICENSES.chromium.html': '<p>Chromium’s licences stand here.</p>\n',
  version: '0.0.0',
};

function folderOfPrograms(target: PackTarget): Files {
  const program = target.platform === 'win32' ? 'electron.exe' : 'electron';
  return {
    [program]: hollowProgram(target, fuseWire),
    'resources.pak': 'resources',
    ...Object.fromEntries(languages.map((language) => [`locales/${language}.pak`, language])),
    ...notices,
  };
}

const property = (key: string, value: string): string => `<key>${key}</key><string>${value}</string>`;

function plist(name: string): string {
  const properties = [
    property('CFBundleExecutable', name),
    property('CFBundleIdentifier', 'com.github.Electron'),
    property('CFBundleName', name),
    property('CFBundlePackageType', 'APPL'),
    property('CFBundleIconFile', 'electron.icns'),
    property('NSCameraUsageDescription', 'This app needs access to the camera'),
    property('NSMicrophoneUsageDescription', 'This app needs access to the microphone'),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${properties.join('')}</dict></plist>`;
}

function macBundle(name: string, program: Buffer): Files {
  return { 'Contents/Info.plist': plist(name), [`Contents/MacOS/${name}`]: program };
}

const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

function macProgram(target: PackTarget): Files {
  const helpers = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'].map((suffix) => `Electron Helper${suffix}`);
  const frameworks = 'Electron.app/Contents/Frameworks';
  const empty = hollowProgram(target, Buffer.alloc(0));
  const localized = macLanguages.flatMap((language) => [
    [`Electron.app/Contents/Resources/${language}.lproj/locale.pak`, language],
    [`${frameworks}/Electron Framework.framework/Versions/A/Resources/${language}.lproj/locale.pak`, language],
  ]);
  return {
    ...below('Electron.app', macBundle('Electron', empty)),
    ...Object.assign({}, ...helpers.map((name) => below(`${frameworks}/${name}.app`, macBundle(name, empty)))),
    [`${frameworks}/Electron Framework.framework/Electron Framework`]: hollowProgram(target, fuseWire),
    'Electron.app/Contents/Resources/electron.icns': 'icns',
    ...Object.fromEntries(localized),
    ...notices,
  };
}

/** Fills `folder` with the stand-in for one target. */
export function makeStandInDist(folder: string, target: PackTarget): void {
  const files = target.platform === 'darwin' ? macProgram(target) : folderOfPrograms(target);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
  }
}
