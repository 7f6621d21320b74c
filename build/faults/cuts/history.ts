import type { Input, Outcome, Output, ProcedureName } from '../../../contract/api.ts';
import { startShop } from '../../../shop/start.ts';
import type { Random } from '../random.ts';

type Waiting = { readonly returnId: number; readonly returnLineId: number };

type WaitingStage = 'requested' | 'approved' | 'received' | 'inspected';

/** What a step of a history came to; backups are looked for afterwards. */
export type Step = {
  readonly name: string;
  readonly backup?: Output<'care.backup'>;
  readonly draft?: string;
  readonly restored?: Output<'care.restore'>;
};

/**
 * Trade at random in one shop: whatever can be done next, with restarts and quiet moments, when the log is moved into the file, in between.
 * The same seed does the same.
 */
export class History {
  readonly #folder: string;
  readonly #random: Random;
  readonly #clock: () => number;
  #shop: ReturnType<typeof startShop>;
  /** Units of sales that may still come back. */
  #saleLines: { saleLineId: number; left: number }[] = [];
  /** Of the folder's backups, and of whatever history. */
  #backups: string[] = [];
  readonly #waiting: Record<WaitingStage, Waiting[]> = { requested: [], approved: [], received: [], inspected: [] };
  #done = 0;

  constructor(folder: string, { random, clock }: { readonly random: Random; readonly clock: () => number }) {
    this.#folder = folder;
    this.#random = random;
    this.#clock = clock;
    this.#shop = startShop({ folder, clock });
  }

  close(): Promise<void> {
    return this.#shop.close();
  }

  /** Does something and gives what was acknowledged of it. Throws when the shop does not do what it should. */
  async step(): Promise<Step> {
    this.#done += 1;
    const { approved, received, inspected, requested } = this.#waiting;
    const may: [number, (() => Promise<Step>) | undefined][] = [
      [this.#saleLines.length > 0 ? 10 : 80, () => this.#sell()],
      [20, this.#saleLines.length > 0 ? () => this.#counter() : undefined],
      [14, this.#saleLines.length > 0 ? () => this.#open() : undefined],
      [14, requested.length > 0 ? () => this.#decide() : undefined],
      [14, approved.length > 0 ? () => this.#receive() : undefined],
      [14, received.length > 0 ? () => this.#inspect() : undefined],
      [14, inspected.length > 0 ? () => this.#refund() : undefined],
      [5, () => this.#draft()],
      [3, () => this.#settings()],
      [3, () => this.#restart()],
      [1, () => this.backUp()],
      [1, this.#backups.length > 0 ? () => this.restore() : undefined],
    ];
    const possible = may.filter(([, act]) => act !== undefined) as [number, () => Promise<Step>][];
    let at = this.#random.below(possible.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, act] of possible) {
      if (at < weight) return act();
      at -= weight;
    }
    throw new Error('nothing to do');
  }

  async #call<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const doing = { signal: new AbortController().signal, onProgress: () => undefined };
    const outcome = (await this.#shop.answer({ name, input }, doing)) as Outcome<Name>;
    if ('ok' in outcome) return outcome.ok;
    throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  }

  async #sell(): Promise<Step> {
    const quantity = 1 + this.#random.below(6);
    const paidCents = quantity * 2000;
    const { saleId } = await this.#call('sales.record', {
      id: this.#random.uuid(),
      lines: [
        { sku: `SKU-${this.#random.below(20)}`, quantity, unitPrice: '20.00', paidCents, costCents: quantity * 800 },
      ],
      tenders: [{ tender: this.#random.pick(['cash', 'wechat'] as const), amountCents: paidCents }],
    });
    const { lines } = await this.#call('sales.get', { saleId });
    this.#saleLines.push(...lines.map(({ saleLineId }) => ({ saleLineId, left: quantity })));
    return { name: 'sales.record' };
  }

  /** One unit of a line that has some left. */
  #unit(reason: string): Input<'returns.open'> {
    const line = this.#random.pick(this.#saleLines);
    line.left -= 1;
    this.#saleLines = this.#saleLines.filter(({ left }) => left > 0);
    const lines = [{ saleLineId: line.saleLineId, quantity: 1, reason, note: 'as they said' }];
    return { id: this.#random.uuid(), channel: 'counter', want: 'refund', lines };
  }

  async #counter(): Promise<Step> {
    const { lines, ...input } = this.#unit('quality');
    const gradings = [{ quantity: 1, grade: 'A' as const, disposition: 'resell' as const }];
    const graded = lines.map((line) => ({ ...line, gradings }));
    const tender = 'cash' as const;
    const outcome = await this.#tried('returns.counter', {
      ...input,
      lines: graded,
      payouts: [{ tender, amountCents: 2000 }],
    });
    return { name: outcome ? 'returns.counter' : 'returns.counter refused' };
  }

  /** Cash may have been paid by another tender: that is refused, which leaves no trace. */
  async #tried<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<boolean> {
    const doing = { signal: new AbortController().signal, onProgress: () => undefined };
    const outcome = await this.#shop.answer({ name, input }, doing);
    if ('ok' in outcome) return true;
    if ('refused' in outcome && outcome.refused.code === 'over-tender') return false;
    throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  }

  async #open(): Promise<Step> {
    const doubtful = this.#random.percent(30);
    const opened = await this.#call('returns.open', this.#unit(doubtful ? 'other' : 'quality'));
    const waiting = { returnId: opened.returnId, returnLineId: opened.lines[0]?.returnLineId ?? 0 };
    if (opened.stage === 'requested') this.#waiting.requested.push(waiting);
    else this.#waiting.approved.push(waiting);
    return { name: 'returns.open' };
  }

  async #decide(): Promise<Step> {
    const waiting = this.#take('requested');
    const name = this.#random.pick(['returns.approve', 'returns.reject', 'returns.cancel'] as const);
    const input = { id: this.#random.uuid(), returnId: waiting.returnId };
    await this.#call(name, name === 'returns.approve' ? input : { ...input, why: 'so it is' });
    if (name === 'returns.approve') this.#waiting.approved.push(waiting);
    return { name };
  }

  async #receive(): Promise<Step> {
    const waiting = this.#take('approved');
    const lines = [{ returnLineId: waiting.returnLineId, quantity: 1 }];
    await this.#call('returns.receive', { id: this.#random.uuid(), returnId: waiting.returnId, lines });
    this.#waiting.received.push(waiting);
    return { name: 'returns.receive' };
  }

  async #inspect(): Promise<Step> {
    const { returnId, returnLineId } = this.#take('received');
    const disposition = this.#random.pick(['resell', 'scrap'] as const);
    const lines = [{ returnLineId, quantity: 1, grade: 'B' as const, disposition }];
    await this.#call('inspection.record', { id: this.#random.uuid(), returnId, lines });
    this.#waiting.inspected.push({ returnId, returnLineId });
    return { name: 'inspection.record' };
  }

  async #refund(): Promise<Step> {
    const { returnId } = this.#take('inspected');
    const { totalCents, tenders } = await this.#call('refunds.quote', { returnId });
    const tender = tenders.find(({ maxCents }) => maxCents >= totalCents)?.tender ?? 'cash';
    const payouts = [{ tender, amountCents: totalCents }];
    const paid = await this.#call('refunds.record', { id: this.#random.uuid(), returnId, payouts });
    if (this.#random.percent(60)) return { name: 'refunds.record' };
    const payoutNumber = paid.payoutNumbers[0] ?? '';
    await this.#call('refunds.void', { id: this.#random.uuid(), payoutNumber, why: 'wrong drawer' });
    return { name: 'refunds.record and refunds.void' };
  }

  #take(stage: WaitingStage): Waiting {
    const [taken] = this.#waiting[stage].splice(this.#random.below(this.#waiting[stage].length), 1);
    if (!taken) throw new Error(`nothing is ${stage}`);
    return taken;
  }

  async #draft(): Promise<Step> {
    const draft = `typed at step ${this.#done}`;
    await this.#call('drafts.save', { screen: 'counter', content: draft });
    return { name: 'drafts.save', draft };
  }

  async #settings(): Promise<Step> {
    await this.#call('settings.set', { address: `Street ${this.#done}` });
    return { name: 'settings.set' };
  }

  async #restart(): Promise<Step> {
    await this.#shop.close();
    this.#shop = startShop({ folder: this.#folder, clock: this.#clock });
    await this.#call('settings.get', {});
    return { name: 'restart' };
  }

  async backUp(): Promise<Step> {
    const backup = await this.#call('care.backup', {});
    this.#backups.push(backup.path);
    return { name: 'care.backup', backup };
  }

  /** Goes back to any backup. What was waiting may not be there any more, so all of it is left alone. */
  async restore(): Promise<Step> {
    const path = this.#random.pick(this.#backups);
    const restored = await this.#call('care.restore', { id: this.#random.uuid(), path });
    this.#saleLines = [];
    for (const waiting of Object.values(this.#waiting)) waiting.length = 0;
    return { name: 'care.restore', restored };
  }
}
