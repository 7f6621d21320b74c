import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { unpackWindow } from './window-archive.ts';

/** Where the window's page is served: Electron's own scheme, and a name that no network knows. */
export const electronOrigin = 'app://backshelf';
export const browserOrigin = 'https://backshelf.local';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Scripts and styles come from the program's own files only, nothing is ever fetched, framed or sent. No text becomes code or mark-up but by
 * Svelte's own policy, which makes its templates with it.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

/** What a page could ask of the PC. The shop's window asks nothing; copying and notices go through its host. */
const closedFeatures = [
  ...['camera', 'microphone', 'display-capture', 'geolocation', 'local-fonts', 'idle-detection', 'window-management'],
  ...['usb', 'serial', 'hid', 'midi', 'gamepad', 'accelerometer', 'gyroscope', 'magnetometer', 'compute-pressure'],
  ...['payment', 'publickey-credentials-get', 'publickey-credentials-create', 'storage-access'],
  ...['fullscreen', 'autoplay', 'encrypted-media', 'picture-in-picture', 'screen-wake-lock', 'xr-spatial-tracking'],
];

/** On every answer, also on "not found". */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': closedFeatures.map((feature) => `${feature}=()`).join(', '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export type WindowAnswer = {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
};

/** Answers a path of the window's own origin. */
export type WindowFiles = (pathname: string) => Promise<WindowAnswer>;

/** The files of a folder by their path on the window's origin. */
export function pathsBelow(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).split(sep).join('/').replace(/^\/?/, '/'), path);
  }
  return files;
}

type Read = (path: string) => Promise<Buffer<ArrayBuffer>> | undefined;

function readerOf(root: string): Read {
  if (!existsSync(root)) {
    const content = unpackWindow(readFileSync(`${root}.br`));
    return (path) => {
      const bytes = content.get(path);
      return bytes && Promise.resolve(bytes);
    };
  }
  const files = pathsBelow(root);
  return (path) => {
    const file = files.get(path);
    return file === undefined ? undefined : readFile(file);
  };
}

/**
 * A fixed map from path to file, made once: no path of a request ever reaches the file system. An installed program has no such folder
 * but its archive, `root` with `.br` behind.
 */
export function windowFiles(root: string): WindowFiles {
  const read = readerOf(root);
  return async (pathname) => {
    const path = pathname === '/' ? '/index.html' : pathname;
    const body = await read(path);
    if (!body) return { status: 404, headers: securityHeaders, body: Buffer.alloc(0) };
    const type = contentTypes[extname(path)] ?? 'application/octet-stream';
    return { status: 200, headers: { ...securityHeaders, 'content-type': type }, body };
  };
}
