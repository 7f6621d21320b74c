export type ScanHandler = (text: string) => void;

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

  deliver(text: string): void {
    this.#handlers.at(-1)?.(text);
  }
}

export const scans = new Scans();
