import type { z } from 'zod';
import type { Locale } from '../values/words.ts';

/** Rules of the contract's own, named by `params.rule`. */
const ownRules: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'real-day': { 'zh-CN': '没有这一天，请改日期。', en: 'There is no such day. Please change the date.' },
  'three-decimals': { 'zh-CN': '数量最多三位小数。', en: 'A quantity has at most three decimals.' },
  'too-much': {
    'zh-CN': '数量乘以单价太大，请检查是否多输了位数。',
    en: 'Quantity times price is too much. Please check for a digit too many.',
  },
  'twin-is-opened': {
    'zh-CN': '只有再次销售的 B 级或 C 级货品才有拆封品编码。',
    en: 'Only goods of grade B or C that are sold again get a code as opened goods.',
  },
  'note-costs-nothing': {
    'zh-CN': '备注没有费用，请选别的种类。',
    en: 'A note costs nothing. Please choose another kind.',
  },
  'cost-is-paid': {
    'zh-CN': '有费用就要说明怎么付的，没有费用就不用。',
    en: 'Please say how a cost was paid, and leave it out where there is none.',
  },
  something: { 'zh-CN': '请至少填一项。', en: 'Please name at least one.' },
  'one-of-two': { 'zh-CN': '请只给文件或图片中的一个。', en: 'Please give either the file or the picture, not both.' },
  'numbers-of-units': {
    'zh-CN': '序列号或批次的数量不能超过卖出的数量。',
    en: 'There are more serial numbers or batches than units.',
  },
  currency: {
    'zh-CN': '请填三个字母的货币代码，例如 CNY。',
    en: 'Please give a currency code of three letters, such as CNY.',
  },
  'score-or-note': {
    'zh-CN': '请填评分，或写一句备注。',
    en: 'Please give a score or write a note.',
  },
  nameable: {
    'zh-CN': '这个文件或文件夹的名称里有不能用的字符，请另选。',
    en: 'The name of this file or folder holds a character that no name may have. Please choose another.',
  },
  'whole-path': {
    'zh-CN': '请填文件夹的完整路径，从磁盘或共享开始。',
    en: 'Please give the whole path of the folder, from its drive or share on.',
  },
  'time-zone': {
    'zh-CN': '没有这个时区，例如 Asia/Shanghai。',
    en: 'There is no such time zone. An example is Asia/Shanghai.',
  },
};

/** The sentence for one thing that did not fit the input of a procedure. */
export function misfitSentence(issue: z.core.$ZodIssue, locale: Locale): string {
  return locale === 'en' ? inEnglish(issue) : inChinese(issue);
}

function ownRule(issue: z.core.$ZodIssueCustom, locale: Locale): string | undefined {
  return ownRules[String(issue.params?.rule)]?.[locale];
}

/** Whether a limit counts characters or entries rather than being a limit of the value itself. */
const isText = (origin: string): boolean => origin === 'string';
const isList = (origin: string): boolean => origin === 'array' || origin === 'set';

function inChinese(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (isText(issue.origin)) return Number(issue.minimum) <= 1 ? '请填写此项。' : `至少要 ${issue.minimum} 个字。`;
      if (isList(issue.origin)) return `至少要有 ${issue.minimum} 项。`;
      return issue.inclusive ? `不能小于 ${issue.minimum}。` : `必须大于 ${issue.minimum}。`;
    case 'too_big':
      if (isText(issue.origin)) return `最多 ${issue.maximum} 个字。`;
      if (isList(issue.origin)) return `最多 ${issue.maximum} 项。`;
      return issue.inclusive ? `不能大于 ${issue.maximum}。` : `必须小于 ${issue.maximum}。`;
    case 'invalid_type':
      return issue.input === undefined ? '请填写此项。' : '填的内容不对，请检查。';
    case 'invalid_value':
      return `请从这些里选：${issue.values.join('、')}。`;
    case 'unrecognized_keys':
      return `不认识这些项：${issue.keys.join('、')}。`;
    case 'custom':
      return ownRule(issue, 'zh-CN') ?? '填的内容不对，请检查。';
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return '格式不对，请检查。';
  }
}

function inEnglish(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (isText(issue.origin)) {
        return Number(issue.minimum) <= 1 ? 'Please fill this in.' : `Please use at least ${issue.minimum} characters.`;
      }
      if (isList(issue.origin)) return `At least ${issue.minimum} needed.`;
      return issue.inclusive ? `At least ${issue.minimum}, please.` : `This must be more than ${issue.minimum}.`;
    case 'too_big':
      if (isText(issue.origin)) return `Please use at most ${issue.maximum} characters.`;
      if (isList(issue.origin)) return `At most ${issue.maximum}, please.`;
      return issue.inclusive ? `At most ${issue.maximum}, please.` : `This must be less than ${issue.maximum}.`;
    case 'invalid_type':
      return issue.input === undefined ? 'Please fill this in.' : 'This does not fit here. Please check it.';
    case 'invalid_value':
      return `Please choose one of: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return `Unknown: ${issue.keys.join(', ')}.`;
    case 'custom':
      return ownRule(issue, 'en') ?? 'This does not fit here. Please check it.';
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return 'This is not written as expected. Please check it.';
  }
}
