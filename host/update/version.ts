/** Three whole numbers, as every release has them. */
export type Version = readonly [number, number, number];

const shape = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

/** Nothing for what is no version of a release. */
export function versionOf(text: string): Version | undefined {
  const [, ...parts] = shape.exec(text) ?? [];
  const [major, minor, patch] = parts.map(Number);
  return major === undefined || minor === undefined || patch === undefined ? undefined : [major, minor, patch];
}

/** Below zero when the first is older, above when it is newer. */
export function compareVersions(first: Version, second: Version): number {
  const [majors, minors, patches] = [first[0] - second[0], first[1] - second[1], first[2] - second[2]];
  return majors || minors || patches;
}
