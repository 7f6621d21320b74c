import { addressOf, type Params, type Path, type Place, placeOf } from './paths.ts';

type Target<P extends Path> = {
  readonly params?: Params<P>;
  readonly query?: Readonly<Record<string, string>>;
};

/** Where the window is. Screens read it, link with `href` and move with `go`. */
class Router {
  place = $state.raw<Place | undefined>(placeOf(location.hash));
  #offers: (path: Path) => boolean = () => false;

  /** Told once at the start: the screens that this version has, as far as the person at the desk may see them. */
  start(offers: (path: Path) => boolean): void {
    this.#offers = offers;
    addEventListener('hashchange', () => {
      this.place = placeOf(location.hash);
    });
  }

  /** Whether the screen is there for the person at the desk; what leads to one that is not is not shown. */
  offers(path: Path): boolean {
    return this.#offers(path);
  }

  query(name: string): string | undefined {
    return this.place?.query.get(name) ?? undefined;
  }

  href<P extends Path>(path: P, { params, query = {} }: Target<P> = {}): string {
    return addressOf(path, params ?? {}, query);
  }

  go<P extends Path>(path: P, target: Target<P> = {}): void {
    location.hash = this.href(path, target);
  }

  /** Another query on the same screen, without a step in the history. */
  replaceQuery(query: Readonly<Record<string, string>>): void {
    if (!this.place) return;
    history.replaceState(undefined, '', addressOf(this.place.path, this.place.params, query));
    this.place = placeOf(location.hash);
  }

  back(): void {
    history.back();
  }
}

export const router = new Router();
