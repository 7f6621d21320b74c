/** An account by what people call it: one of ours, or one of the accountant’s chart. */
export type ChartAccount = { readonly code: string; readonly name: string };

/** An account of ours, and what else people call what it is for. */
export type NamedAccount = ChartAccount & { readonly alsoCalled?: readonly string[] };
