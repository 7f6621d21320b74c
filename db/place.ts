import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, statfsSync } from 'node:fs';
import { CannotOpen } from './cannot-open.ts';

/** What is asked of the machine; tests say something else. */
export type PlaceFacts = {
  readonly platform: NodeJS.Platform;
  /** The folder without links and, on Windows, without mapped drives. */
  readonly realPath: (folder: string) => string;
  /** The number by which Linux knows the kind of a file system. */
  readonly typeOf: (folder: string) => number;
  /** The table of what is mounted, in the system's own form. */
  readonly mounts: () => string;
};

const thisMachine: PlaceFacts = {
  platform: process.platform,
  realPath: realpathSync.native,
  typeOf: (folder) => statfsSync(folder).type,
  mounts: () =>
    process.platform === 'darwin'
      ? execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 })
      : readFileSync('/proc/self/mounts', 'utf8'),
};

/** NFS, SMB 1, CIFS, SMB 2 and 3, NCP, AFS, Coda, Ceph. Shares of a virtual machine with its host (9p, virtiofs) are none. */
const networkTypes: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x5346414f, 0x73757245, 0x00c36400,
];

const networkNames =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs2?|ncpfs?|afs|coda|ceph|glusterfs|lustre|beegfs|fuse\.(sshfs|rclone|davfs2?|s3fs|gcsfuse|goofys|smbnetfs|curlftpfs|glusterfs|ceph|gvfsd-fuse))$/;

/**
 * The kind of network share a folder lies on, as far as the system tells. Locks and syncs of such shares cannot be trusted: SQLite's own
 * advice is to keep away. What cannot be known, as when the system does not let us look, passes.
 */
export function networkShare(folder: string, facts: PlaceFacts = thisMachine): string | undefined {
  try {
    const path = facts.realPath(folder);
    if (facts.platform === 'win32') return isUnc(path) ? path : undefined;
    if (facts.platform === 'linux' && networkTypes.includes(facts.typeOf(path) >>> 0))
      return kindOf(path, facts) ?? 'network';
    const kind = kindOf(path, facts);
    return kind !== undefined && networkNames.test(kind) ? kind : undefined;
  } catch {
    return undefined;
  }
}

export function refuseNetworkShare(folder: string): void {
  const kind = networkShare(folder);
  if (kind !== undefined) throw new CannotOpen('network-share', folder, kind);
}

/** `\\server\share`, also in its long form; `\\?\C:\` and devices are none. */
function isUnc(path: string): boolean {
  return /^\\\\(\?\\UNC\\|[^?.\\])/i.test(path);
}

/** The kind of the file system mounted nearest above a folder. */
function kindOf(path: string, { platform, mounts }: PlaceFacts): string | undefined {
  const row = platform === 'darwin' ? /^.* on (\/.*) \(([^,)]+)/ : /^\S+ (\S+) (\S+) /;
  let nearest = { point: '', kind: undefined as string | undefined };
  for (const line of mounts().split('\n')) {
    const [, escaped = '', kind] = row.exec(line) ?? [];
    const point = escaped.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
    // Of two on the same point the later one covers the earlier.
    if (kind !== undefined && lies(path, point) && point.length >= nearest.point.length) nearest = { point, kind };
  }
  return nearest.kind;
}

function lies(path: string, point: string): boolean {
  return point === '/' || path === point || path.startsWith(`${point}/`);
}
