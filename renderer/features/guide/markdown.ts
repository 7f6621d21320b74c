/** Part of a line: as it stands, stressed, or as one types it. */
export type Run = { readonly kind: 'plain' | 'strong' | 'code'; readonly text: string };
export type Item = { readonly runs: readonly Run[]; readonly nested: readonly (readonly Run[])[] };
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Run[])[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    };

const runPattern = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\([^)]*\)/g;

/** Links lead out of the window: their words stay. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const plain = (part: string): void => {
    if (part) runs.push({ kind: 'plain', text: part });
  };
  for (const match of text.matchAll(runPattern)) {
    plain(text.slice(at, match.index));
    const [whole, strong, code, link] = match;
    if (strong !== undefined) runs.push({ kind: 'strong', text: strong });
    else if (code !== undefined) runs.push({ kind: 'code', text: code });
    else plain(link ?? '');
    at = match.index + whole.length;
  }
  plain(text.slice(at));
  return runs;
}

const bullet = /^(\s*)(?:[-*]|(\d+)\.)\s+(.*)$/;
const ideograph = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** Lines of one paragraph: Chinese goes on without a space. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .reduce(
      (text, line) =>
        ideograph.test(text.at(-1) ?? '') && ideograph.test(line[0] ?? '') ? text + line : `${text} ${line}`,
      '',
    )
    .trim();
}

function listOf(lines: readonly string[]): Block {
  const items: { lines: string[]; nested: string[][] }[] = [];
  for (const line of lines) {
    const [, indent = '', , text = ''] = bullet.exec(line) ?? [];
    const item = items.at(-1);
    if (!bullet.test(line)) (item?.nested.at(-1) ?? item?.lines)?.push(line);
    else if (indent.length >= 2 && item) item.nested.push([text]);
    else items.push({ lines: [text], nested: [] });
  }
  return {
    kind: 'list',
    ordered: bullet.exec(lines[0] ?? '')?.[2] !== undefined,
    items: items.map((item) => ({
      runs: runsOf(joined(item.lines)),
      nested: item.nested.map((nested) => runsOf(joined(nested))),
    })),
  };
}

function tableOf(lines: readonly string[]): Block {
  const cells = (line: string): Run[][] =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => runsOf(cell.trim()));
  const [head = '', , ...rows] = lines;
  return { kind: 'table', head: cells(head), rows: rows.map(cells) };
}

/** The few forms that the guide is written in: headings, paragraphs, lists of two levels, tables. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of text.replace(/\r/g, '').split(/\n\s*\n/)) {
    let lines = part.split('\n').filter((line) => line.trim());
    const [, marks, title = ''] = /^(#+)\s+(.*)$/.exec(lines[0] ?? '') ?? [];
    if (marks) {
      blocks.push({ kind: 'heading', level: marks.length, runs: runsOf(title) });
      lines = lines.slice(1);
    }
    const listAt = lines.findIndex((line) => bullet.test(line));
    if (lines[0]?.startsWith('|')) blocks.push(tableOf(lines));
    else {
      const [said, list] = listAt < 0 ? [lines, []] : [lines.slice(0, listAt), lines.slice(listAt)];
      if (said.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(joined(said)) });
      if (list.length > 0) blocks.push(listOf(list));
    }
  }
  return blocks;
}
