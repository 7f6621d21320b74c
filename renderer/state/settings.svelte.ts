import { deskSettings, type Settings } from '../../contract/api/settings.ts';
import type { Input, ProcedureName } from '../../contract/api.ts';
import type { HostInfo } from '../../contract/host.ts';
import { language, localeOfSystem } from '../i18n/language.svelte.ts';
import { host } from './bridge.ts';
import { type Answer, ask, shopLink, type Trouble } from './shop.svelte.ts';

/** They put another file in the place of the shop's. */
const replaces: ReadonlySet<ProcedureName> = new Set(['care.restore', 'care.importAll']);

const setters: ReadonlySet<ProcedureName> = new Set(['settings.set', 'settings.setDesk', 'paper.setLogo']);

/** The shop's settings and what the host says of itself, kept fresh. Language, theme and text size follow at once. */
class ShopSettings {
  current = $state.raw<Settings>();
  hostInfo = $state.raw<HostInfo>();
  /** Why the shop could not be opened. */
  trouble = $state.raw<Trouble<'settings.get'>>();
  /** Counts how often another file was put in the place of this shop's: nothing of the former stays on the screen. */
  generation = $state(0);
  readonly #loaded = Promise.withResolvers<void>();

  /** At the start of the window; afterwards every change in the shop is heard. */
  async start(): Promise<void> {
    const link = shopLink();
    link.onEvent((event) => {
      if (event.type === 'restarted' || (event.type === 'changed' && setters.has(event.by))) void this.load();
      if (event.type === 'changed' && replaces.has(event.by)) void this.load().then(() => this.#renew());
    });
    language.locale = localeOfSystem((await host().info()).systemLocale);
    await this.load();
    this.#loaded.resolve();
  }

  /** Settles once the shop has said what is set, or why it cannot. */
  ready(): Promise<void> {
    return this.#loaded.promise;
  }

  async load(): Promise<void> {
    const info = await host().info();
    // Another shop is open than before: nothing of the other one stays on the screen.
    if (info.folder !== this.hostInfo?.folder) this.current = undefined;
    this.hostInfo = info;
    const answer = await ask('settings.get', {});
    this.trouble = answer.trouble;
    if (answer.ok) this.#take(answer.ok);
  }

  /** Changes the settings named. What the shop refuses is given back and nothing changes. */
  async change(changes: Input<'settings.set'>): Promise<Answer<'settings.set'>> {
    const isOfDesk = Object.keys(changes).every((name) => Object.hasOwn(deskSettings, name));
    const answer = await ask(isOfDesk ? 'settings.setDesk' : 'settings.set', changes);
    if (answer.ok) this.#take(answer.ok);
    return answer;
  }

  #renew(): void {
    this.generation += 1;
  }

  #take(settings: Settings): void {
    this.current = settings;
    language.currency = settings.currency;
    language.timeZone = settings.timeZone;
    if (settings.shopName) language.locale = settings.locale;
  }
}

export const shopSettings = new ShopSettings();

/** Lays language, theme and text size over the page, and over what the host shows around it. */
export function applyLook(settings: Settings | undefined): void {
  const page = document.documentElement;
  page.lang = language.locale;
  page.dataset.theme = settings?.theme ?? 'system';
  page.dataset.text = String(settings?.textPercent ?? 100);
  const { locale } = language;
  void host().showAs({ locale, theme: settings?.theme ?? 'system', textPercent: settings?.textPercent ?? 100 });
}
