import BadgeCheck from '@lucide/svelte/icons/badge-check';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import Hourglass from '@lucide/svelte/icons/hourglass';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { RedInvoiceStatus } from '../../../contract/values/words.ts';
import type { IconPart } from '../../ui/index.ts';

type Look = { readonly tone: 'good' | 'wait' | 'wrong' | 'plain'; readonly icon: IconPart };

export const redInvoiceLooks: Readonly<Record<RedInvoiceStatus, Look>> = {
  needed: { tone: 'wait', icon: ReceiptText },
  requested: { tone: 'wait', icon: Hourglass },
  confirmed: { tone: 'wait', icon: BadgeCheck },
  issued: { tone: 'good', icon: BadgeCheck },
  lapsed: { tone: 'wrong', icon: TriangleAlert },
  'not-needed': { tone: 'plain', icon: CircleSlash },
};
