/** What a check is told: the checkout, and whether it may mend what it can. */
export type CheckOptions = { readonly root: string; readonly fix: boolean };
/** `note` is one line beside a pass; `report` is what a person needs to mend a failure. */
export type Outcome = { readonly ok: true; readonly note: string } | { readonly ok: false; readonly report: string };
export type Check = {
  readonly name: string;
  readonly title: string;
  run(options: CheckOptions): Promise<Outcome>;
};

export function passed(note = ''): Outcome {
  return { ok: true, note };
}

export function failed(report: string): Outcome {
  return { ok: false, report };
}
