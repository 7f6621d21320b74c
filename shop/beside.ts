/** Where a module lies that is started or loaded by its place: from source at `source`; bundled code has all of its modules in one folder, this one under `bundled`. */
export function moduleBeside(importer: string, source: string, bundled: string): URL {
  return new URL(importer.endsWith('.ts') ? source : bundled, importer);
}
