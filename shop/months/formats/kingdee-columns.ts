import type { Cell, WorkSheet } from '../pack/xlsx.ts';

type KingdeeColumn = readonly [caption: string, field: string, type: string];

const number = ' Decimal(28,10)';
const date = ' DateTime';
const text = (length: number): string => ` Varchar(${length})`;

/** The columns of a voucher file of 金蝶 KIS专业版 and K3, with the types its own files say (the space in front is theirs). */
export const kingdeeColumns = [
  ['凭证日期', 'FDate', date],
  ['会计年度', 'FYear', number],
  ['会计期间', 'FPeriod', number],
  ['凭证字', 'FGroupID', text(80)],
  ['凭证号', 'FNumber', number],
  ['科目代码', 'FAccountNum', text(40)],
  ['科目名称', 'FAccountName', text(255)],
  ['币别代码', 'FCurrencyNum', text(10)],
  ['币别名称', 'FCurrencyName', text(40)],
  ['原币金额', 'FAmountFor', number],
  ['借方', 'FDebit', number],
  ['贷方', 'FCredit', number],
  ['制单', 'FPreparerID', text(255)],
  ['审核', 'FCheckerID', text(255)],
  ['核准', 'FApproveID', text(255)],
  ['出纳', 'FCashierID', text(255)],
  ['经办', 'FHandler', text(50)],
  ['结算方式', 'FSettleTypeID', text(80)],
  ['结算号', 'FSettleNo', text(255)],
  ['凭证摘要', 'FExplanation', text(255)],
  ['数量', 'FQuantity', number],
  ['数量单位', 'FMeasureUnitID', text(255)],
  ['单价', 'FUnitPrice', number],
  ['参考信息', 'FReference', text(255)],
  ['业务日期', 'FTransDate', date],
  ['往来业务编号', 'FTransNo', text(255)],
  ['附件数', 'FAttachments', number],
  ['序号', 'FSerialNum', number],
  ['系统模块', 'FObjectName', text(100)],
  ['业务描述', 'FParameter', text(100)],
  ['汇率', 'FExchangeRate', number],
  ['分录序号', 'FEntryID', number],
  ['核算项目', 'FItem', 'Text'],
  ['过账', 'FPosted', number],
  ['机制凭证', 'FInternalInd', text(10)],
  ['现金流量', 'FCashFlow', 'Text'],
] as const satisfies readonly KingdeeColumn[];

export type KingdeeField = (typeof kingdeeColumns)[number][1];

const schemaHeadings = [
  'FType',
  'FKey',
  'FFieldName',
  'FCaption',
  'FValueType',
  'FNeedSave',
  'FColIndex',
  'FSrcTableName',
  'FSrcFieldName',
  'FExpFieldName',
  'FImpFieldName',
  'FDefaultVal',
  'FSearch',
  'FItemPageName',
  'FTrueType',
  'FPrecision',
  'FSearchName',
  'FIsShownList',
  'FViewMask',
  'FPage',
] as const;

type SchemaCells = Partial<Record<(typeof schemaHeadings)[number], string>>;

/** Numbers of columns that only programs with other columns have. */
const skippedIndexes: readonly number[] = [6, 16];

/** The sheet that says of each column what it is; without it the program does not know the first one. */
export function schemaSheet(): WorkSheet {
  const row = (cells: SchemaCells): Cell[] => schemaHeadings.map((heading) => cells[heading] ?? null);
  let index = 0;
  const fields = kingdeeColumns.map(([caption, field, type]): SchemaCells => {
    do index += 1;
    while (skippedIndexes.includes(index));
    const names = { FKey: field, FFieldName: field, FExpFieldName: field, FImpFieldName: field };
    const places = { FSearch: '0', FPrecision: '0', FSearchName: '0', FIsShownList: '0', FViewMask: '0', FPage: '1' };
    return { FType: 'FieldInfo', ...names, FCaption: caption, FValueType: type, FColIndex: String(index), ...places };
  });
  return {
    name: 't_Schema',
    headings: schemaHeadings,
    rows: [
      row({ FType: 'ClassInfo', FKey: 'ClassType', FCaption: 'VoucherData' }),
      row({ FType: 'ClassInfo', FKey: 'ClassTypeID', FCaption: ' 123' }),
      row({ FType: 'PageInfo', FKey: 'Page1', FCaption: 'Page1' }),
      ...fields.map(row),
    ],
  };
}
