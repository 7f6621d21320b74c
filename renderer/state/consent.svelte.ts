import type { ProcedureName } from '../../contract/api.ts';
import type { RefusalData } from '../../contract/refusals.ts';
import { type Permission, pinRefusals } from '../../contract/values/permissions.ts';

/** What a PIN helps against: the own one given again, or that of somebody else who agrees. */
export type PinRefusal =
  | { readonly code: 'pin-needed'; readonly data: RefusalData<'pin-needed'> }
  | { readonly code: 'not-allowed'; readonly data: RefusalData<'not-allowed'> }
  | { readonly code: 'other-person-needed'; readonly data: RefusalData<'other-person-needed'> }
  | { readonly code: 'over-limit'; readonly data: RefusalData<'over-limit'> };

/** The refusal, and which action it was. */
export type AskedConsent = PinRefusal & { readonly action: ProcedureName };

/** What is done while a customer waits: somebody beside may agree to it. What belongs to the office is left to who may do it. */
const atTheDesk: ReadonlySet<Permission> = new Set([
  'sales',
  'returns',
  'inspection',
  'approval',
  'payouts',
  'voids',
  'drawer',
]);

/** Whether a PIN helps against a refusal. */
export function isHelpedByPin(refusal: { readonly code: string; readonly data: unknown }): refusal is PinRefusal {
  if (!pinRefusals.includes(refusal.code)) return false;
  const asked = refusal as PinRefusal;
  return asked.code !== 'not-allowed' || atTheDesk.has(asked.data.needs);
}

/** An action that waits until a PIN was given for it, or somebody has turned back. */
class Consent {
  /** What is asked about; nothing while nobody asks. */
  asked = $state.raw<AskedConsent>();
  #answer: ((isGiven: boolean) => void) | undefined;

  /** Settles once a PIN was given or not. Of two at once the second is told no, and stays as it was refused. */
  ask(asked: AskedConsent): Promise<boolean> {
    if (this.asked) return Promise.resolve(false);
    this.asked = asked;
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  say(isGiven: boolean): void {
    const answer = this.#answer;
    this.#answer = undefined;
    this.asked = undefined;
    answer?.(isGiven);
  }
}

export const consent = new Consent();
