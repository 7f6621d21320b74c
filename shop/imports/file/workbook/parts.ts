import { posix } from 'node:path';
import { BadWorkbook } from './bad-workbook.ts';
import { type Package, partName } from './package.ts';
import { readXml, withCharacters } from './xml.ts';

export type Sheet = { readonly name: string; readonly part: string; readonly isHidden: boolean };

/** Which parts of a package make the workbook. */
export type Parts = {
  readonly sheets: readonly Sheet[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** Days count from 1904, as on old Macs. */
  readonly is1904: boolean;
};

type Relation = { readonly kind: string; readonly part: string };

/** Finds the workbook's parts by what they say of each other; each is read once, so that nobody can send us in a circle. */
export async function findParts(whole: Package): Promise<Parts> {
  const roots = await relationsOf(whole, '');
  const workbook = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.part;
  if (workbook === undefined) throw new BadWorkbook('workbook', 'no workbook in the package');
  const relations = await relationsOf(whole, workbook);
  const { sheets, is1904 } = await readWorkbookPart(whole, workbook, relations);
  const partOf = (wanted: string): string | undefined =>
    [...relations.values()].find(({ kind, part }) => kind === wanted && whole.has(part))?.part;
  return { sheets, is1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** What a part points to, by the ids it uses for it. */
async function relationsOf(whole: Package, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  await readXml(whole.description(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id, Type = '', Target = '', TargetMode } = attributes();
      if (Id === undefined || TargetMode === 'External') return;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      relations.set(Id, { kind, part: partName(folder, withCharacters(Target)) });
    },
  });
  return relations;
}

async function readWorkbookPart(
  whole: Package,
  part: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Pick<Parts, 'sheets' | 'is1904'>> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readXml(whole.description(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 ||= isTrue(attributes().date1904);
      if (name !== 'sheet') return;
      const { name: title = '', state = 'visible', ...others } = attributes();
      const id = Object.entries(others).find(([key]) => key.endsWith(':id'))?.[1];
      const relation = relations.get(id ?? '');
      // Sheets that are a chart hold no rows.
      if (relation?.kind !== 'worksheet') return;
      sheets.push({ name: withCharacters(title), part: relation.part, isHidden: state !== 'visible' });
    },
  });
  if (sheets.length === 0) throw new BadWorkbook('workbook', 'no sheet in the workbook');
  return { sheets, is1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
