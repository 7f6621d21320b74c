type Makers<Source> = Readonly<Record<string, (source: Source) => unknown>>;
type Parts<Made> = { readonly [Name in keyof Made]: Made[Name] extends (source: never) => infer Part ? Part : never };

/** Makes each part when it is first asked for, and keeps it. */
export function lazily<Source, Made extends Makers<Source>>(source: Source, makers: Made): Parts<Made> {
  const parts = {};
  for (const [name, make] of Object.entries(makers)) {
    const keep = (part: unknown): unknown => {
      Object.defineProperty(parts, name, { value: part, enumerable: true });
      return part;
    };
    Object.defineProperty(parts, name, { get: () => keep(make(source)), enumerable: true, configurable: true });
  }
  return parts as Parts<Made>;
}
