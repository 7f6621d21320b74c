import type { RefusalSentences } from './sentence-help.ts';
import { permissionWord, roleWord } from './staff-words.ts';

type StaffRefusal =
  | 'not-allowed'
  | 'not-signed-in'
  | 'pin-wrong'
  | 'pin-wait'
  | 'pin-too-simple'
  | 'pin-needed'
  | 'no-such-person'
  | 'no-such-role'
  | 'owner-first'
  | 'owner-stays'
  | 'last-owner'
  | 'other-person-needed'
  | 'over-limit';

/** A wait as people say it: seconds up to a minute and a half, then whole minutes, rounded up. */
function waitOf(seconds: number): { amount: number; isMinutes: boolean } {
  return seconds <= 90
    ? { amount: Math.ceil(seconds), isMinutes: false }
    : { amount: Math.ceil(seconds / 60), isMinutes: true };
}

export const englishStaffRefusals: Pick<RefusalSentences, StaffRefusal> = {
  'not-allowed': ({ needs }) =>
    `Your role does not include “${permissionWord(needs, 'en')}”. Please ask somebody who may.`,
  'not-signed-in': () => 'Nobody is signed in. Please sign in with your PIN first.',
  'pin-wrong': () => 'Name and PIN do not fit. Please try again.',
  'pin-wait': ({ seconds }) => {
    const { amount, isMinutes } = waitOf(seconds);
    return `There were too many wrong PINs. Please wait ${amount} ${isMinutes ? 'minutes' : 'seconds'} and try again.`;
  },
  'pin-too-simple': ({ least }) =>
    `This PIN is too easy to guess. Please take at least ${least} digits, no row and no repetition.`,
  'pin-needed': () => 'Please give your PIN once more before this is done.',
  'no-such-person': ({ name }) => `There is nobody called ${name} here. Please check the name.`,
  'no-such-role': ({ role }) => `There is no role ${roleWord(role, 'en')}. Please choose one of the list.`,
  'owner-first': () => 'The first person has to be the owner. Please add the owner first.',
  'owner-stays': () => 'The owner may always do everything; this role cannot be changed.',
  'last-owner': ({ name }) => `${name} is the only owner. Please make somebody else an owner first.`,
  'other-person-needed': ({ person }) =>
    `${person} took part in this before, so another person has to agree. Please let somebody who may enter their PIN.`,
  'over-limit': ({ per, limitCents, wouldBeCents }, { money }) =>
    `With this, ${money(wouldBeCents)} would be given back ${per === 'sale' ? 'for this sale' : 'by you today'}, more than your limit of ${money(limitCents)}. Please let somebody with a higher limit agree by PIN.`,
};

export const chineseStaffRefusals: Pick<RefusalSentences, StaffRefusal> = {
  'not-allowed': ({ needs }) => `您的岗位没有“${permissionWord(needs, 'zh-CN')}”权限，请有权限的同事来操作。`,
  'not-signed-in': () => '还没有人登录，请先输入 PIN 码登录。',
  'pin-wrong': () => '姓名和 PIN 码对不上，请再试一次。',
  'pin-wait': ({ seconds }) => {
    const { amount, isMinutes } = waitOf(seconds);
    return `PIN 码错误次数过多，请等 ${amount} ${isMinutes ? '分钟' : '秒'}后再试。`;
  },
  'pin-too-simple': ({ least }) => `这个 PIN 码太容易被猜到，请至少用 ${least} 位数字，不要连号或重复。`,
  'pin-needed': () => '做这一步之前，请再输入一次您的 PIN 码。',
  'no-such-person': ({ name }) => `店里没有叫${name}的人，请核对姓名。`,
  'no-such-role': ({ role }) => `没有“${roleWord(role, 'zh-CN')}”这个岗位，请从列表里选一个。`,
  'owner-first': () => '第一个人必须是店主，请先添加店主。',
  'owner-stays': () => '店主始终可以做任何事，这个岗位不能改。',
  'last-owner': ({ name }) => `${name}是唯一的店主，请先让另一个人成为店主。`,
  'other-person-needed': ({ person }) => `${person}之前经手过这一单，需要另一个人同意。请让有权限的同事输入 PIN 码。`,
  'over-limit': ({ per, limitCents, wouldBeCents }, { money }) =>
    `这样${per === 'sale' ? '这张销售单' : '您今天'}一共要退 ${money(wouldBeCents)}，超过了您的限额 ${money(limitCents)}，请让限额更高的同事输入 PIN 码同意。`,
};
