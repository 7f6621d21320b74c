/** `since` is when the scan began: the time of its first key's event. */
export type ScanHandler = (text: string, since: number) => void;

/** Who gets what the scanner reads: the newest screen or sheet that asked for it. */
class Scans {
  readonly #handlers: ScanHandler[] = [];

  take(handler: ScanHandler): () => void {
    this.#handlers.push(handler);
    return () => {
      const at = this.#handlers.lastIndexOf(handler);
      if (at >= 0) this.#handlers.splice(at, 1);
    };
  }

  deliver(text: string, since: number): void {
    this.#handlers.at(-1)?.(text, since);
  }
}

export const scans = new Scans();
