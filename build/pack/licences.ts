import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Rolldown } from 'vite';

/** A package that is part of the program, with the texts its makers ask to be handed on. */
type Shipped = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly texts: readonly string[];
};

type PackageFile = { readonly version: string; readonly license?: string; readonly homepage?: string };

/** Modules that the compilers write themselves, by how their names begin. */
const madeUpModules: readonly { readonly start: string; readonly packageName: string }[] = [
  { start: '\0rolldown/', packageName: 'rolldown' },
  { start: '\0vite/', packageName: 'vite' },
];

/** Installed beside the bundles; the second is compiled into the first's binary. */
const notBundled = ['better-sqlite3', 'node-addon-api'];

const inModules = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/;

/** Which package a module of a bundle comes from; nothing for our own. */
export function packageOf(moduleId: string): string | undefined {
  const [, name] = inModules.exec(moduleId) ?? [];
  if (name) return name.split(sep).join('/');
  if (!moduleId.startsWith('\0')) return undefined;
  const maker = madeUpModules.find(({ start }) => moduleId.startsWith(start));
  if (!maker) throw new Error(`Nobody has said whose this module is: ${JSON.stringify(moduleId)}.`);
  return maker.packageName;
}

/** The packages that bundles are made of, by their modules: what package.json names says nothing about what is in them. */
function packagesIn(outputs: readonly Rolldown.RolldownOutput[]): string[] {
  const modules = outputs.flatMap(({ output }) =>
    output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : [])),
  );
  return [...new Set(modules.flatMap((id) => packageOf(id) ?? []))].sort();
}

const licenceFile = /^(licen[cs]e|copying|notice)/i;

/** Vite's own file goes on with the packages that Vite itself bundles; none of those are in here. */
const withoutOthers = (text: string): string => text.split(/^# Licenses of bundled dependencies$/m)[0] ?? '';

function textsOf(root: string, folder: string, licence: string): string[] {
  const files = readdirSync(folder).filter((name) => licenceFile.test(name) && !/third-party/i.test(name));
  if (files.length > 0) return files.map((name) => withoutOthers(readFileSync(join(folder, name), 'utf8')).trim());
  // The Apache licence is the same for everybody, so a package may leave it out.
  const apache = join(root, 'node_modules', 'typescript', 'LICENSE.txt');
  if (licence === 'Apache-2.0' && existsSync(apache)) return [readFileSync(apache, 'utf8').trim()];
  throw new Error(`${folder} says ${licence} and brings no text of it.`);
}

function shipped(root: string, name: string): Shipped {
  const folder = join(root, 'node_modules', name);
  const { version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
  return { name, version, licence: license, texts: textsOf(root, folder, license) };
}

const line = '='.repeat(60);

function section({ name, version, licence, texts }: Shipped): string {
  return [line, `${name} ${version} (${licence})`, line, '', ...texts.flatMap((text) => [text, ''])].join('\n');
}

const preface = `Backshelf is made with the work of others. Their licences follow.
Backshelf 使用了下列开源软件，其许可证如下。

Electron and Chromium have files of their own: LICENSE.electron.txt and LICENSES.chromium.html.
Electron 与 Chromium 的许可证另见 LICENSE.electron.txt 和 LICENSES.chromium.html。

SQLite is in the public domain. SQLite 属于公有领域。
`;

/** The file that goes along with the program: every package that is part of it, with its licence. */
export function licencesOf(root: string, outputs: readonly Rolldown.RolldownOutput[]): string {
  const names = [...new Set([...packagesIn(outputs), ...notBundled])].sort();
  return [preface, ...names.map((name) => section(shipped(root, name)))].join('\n');
}
