import type { DefaultReason } from '../../../contract/values/words.ts';

/* The first that fits is it: what is surely somebody's fault comes before a change of mind. */
const reasons: readonly (readonly [DefaultReason, RegExp])[] = [
  ['recall', /召回|recall/i],
  ['wrong-item', /发错|错发|switcheroo|extra.?item|wrong.?item|incorrect.?item|mis.?ship/i],
  ['missing-parts', /少件|漏发|少发|缺件|缺少|配件不全|空包|missing|incomplete/i],
  [
    'damaged-in-transit',
    /破损|运输|压坏|包装.*(坏|损)|物流.*损|damaged.?by.?(fc|carrier)|carrier.?damaged|damaged|transit|broken.?on.?arrival/i,
  ],
  [
    'arrived-late',
    /未按(约定|承诺)时间|发货慢|迟发|延迟|超时|未收到|没收到|丢件|\blate\b|missed.?estimated|never.?arrived|not.?received/i,
  ],
  ['does-not-fit', /尺寸|尺码|大小|偏大|偏小|太大|太小|不合身|apparel|too.?(small|large|big)|size|does.?not.?fit/i],
  [
    'not-as-described',
    /描述不符|不符|与.*不一致|色差|假冒|假货|材质|面料|not.?as.?described|not.?compatible|misled|different.?from/i,
  ],
  [
    'quality',
    /质量|瑕疵|故障|损坏|坏了|不能用|无法使用|掉色|异味|过敏|变质|过期|功能|defect|quality|faulty|not.?work|unacceptable/i,
  ],
  [
    'changed-mind',
    /七天|7天|无理由|不想要|不喜欢|不需要|不要了|多买|效果不好|买贵|降价|优惠|协商|unwanted|changed.?mind|no.?longer|not.?want|never.?wanted|better.?price|found.?better|unauthori[sz]ed/i,
  ],
  ['ordered-twice', /拍错|多拍|错拍|买错|重复|信息填错|地址.*错|ordered.?wrong|duplicate|twice|mis.?order|accidental/i],
];

/** Which of the shop's reasons the words of a file mean; what nobody knows is `other`, and its words are kept with it. */
export function reasonOf(words: string): DefaultReason {
  return reasons.find(([, said]) => said.test(words))?.[0] ?? 'other';
}
