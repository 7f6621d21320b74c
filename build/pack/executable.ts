import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import type { PackTarget } from './target.ts';

/** How the three systems mark a processor in the first bytes of a program or library: ELF e_machine, PE Machine, Mach-O cputype. */
const elfMachines = { x64: 0x3e, arm64: 0xb7 } as const;
const peMachines = { x64: 0x8664, arm64: 0xaa64 } as const;
const machTypes = { x64: 0x0100_0007, arm64: 0x0100_000c } as const;
const machMagic = 0xfeed_facf;
const peStartAt = 0x3c;

const archOf = (numbers: Readonly<Record<PackTarget['arch'], number>>, found: number): PackTarget['arch'] | undefined =>
  (Object.keys(numbers) as PackTarget['arch'][]).find((arch) => numbers[arch] === found);

function platformAndArch(bytes: Buffer): { platform?: PackTarget['platform']; arch?: PackTarget['arch'] | undefined } {
  if (bytes.subarray(0, 4).toString('latin1') === '\x7fELF')
    return { platform: 'linux', arch: archOf(elfMachines, bytes.readUInt16LE(18)) };
  if (bytes.readUInt32LE(0) === machMagic)
    return { platform: 'darwin', arch: archOf(machTypes, bytes.readUInt32LE(4)) };
  const peAt = bytes.subarray(0, 2).toString('latin1') === 'MZ' ? bytes.readUInt32LE(peStartAt) : 0;
  if (peAt > 0 && bytes.subarray(peAt, peAt + 4).toString('latin1') === 'PE\0\0')
    return { platform: 'win32', arch: archOf(peMachines, bytes.readUInt16LE(peAt + 4)) };
  return {};
}

/** What a program or library was compiled for, by its own header; undefined for what is none. */
export function compiledFor(bytes: Buffer): PackTarget | undefined {
  if (bytes.length < 64) return undefined;
  const { platform, arch } = platformAndArch(bytes);
  return platform && arch ? { platform, arch } : undefined;
}

function elfHeader(arch: PackTarget['arch']): Buffer {
  const header = Buffer.alloc(64);
  // 64 bits, little endian, version 1.
  header.write('\x7fELF\x02\x01\x01', 'latin1');
  header.writeUInt16LE(elfMachines[arch], 18);
  return header;
}

function machHeader(arch: PackTarget['arch']): Buffer {
  const header = Buffer.alloc(64);
  header.writeUInt32LE(machMagic, 0);
  header.writeUInt32LE(machTypes[arch], 4);
  return header;
}

/** With a version resource in one language, which is where electron-builder writes the name and the archive's fingerprint. */
function windowsProgram(arch: PackTarget['arch'], content: Buffer): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resource = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 0x0409, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resource.entries);
  resource.outputResource(program);
  program.setExtraData(content);
  const bytes = Buffer.from(program.generate());
  bytes.writeUInt16LE(peMachines[arch], bytes.readUInt32LE(peStartAt) + 4);
  return bytes;
}

/** A file that has the header of a program for this target, and then `content`. It cannot run. */
export function hollowProgram({ platform, arch }: PackTarget, content: Buffer): Buffer {
  if (platform === 'win32') return windowsProgram(arch, content);
  return Buffer.concat([platform === 'linux' ? elfHeader(arch) : machHeader(arch), content]);
}
