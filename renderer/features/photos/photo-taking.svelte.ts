import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import { type Trouble, troubleSentence } from '../../state/shop.svelte.ts';
import { shrinkPicture } from './shrink.ts';

export type PhotoPlace = { readonly returnId: number; readonly returnLineId?: number | undefined };
type Shrink = (picture: Blob) => Promise<string>;

/** Pictures on their way into the shop's folder: each is made small and then kept, one after the other. */
export class PhotoTaking {
  /** How many are still to be kept. */
  waiting = $state(0);
  problem = $state<string>();
  readonly #call = new ActionCall('photos.add');
  readonly #place: () => PhotoPlace;
  readonly #shrink: Shrink;

  constructor(place: () => PhotoPlace, shrink: Shrink = shrinkPicture) {
    this.#place = place;
    this.#shrink = shrink;
  }

  get busy(): boolean {
    return this.waiting > 0;
  }

  /** Keeps what is a picture among the files; says of the others that they are none. */
  async keep(files: Iterable<File>): Promise<void> {
    const pictures = [...files];
    if (pictures.length === 0 || this.busy) return;
    this.problem = undefined;
    this.waiting = pictures.length;
    let kept = 0;
    for (const picture of pictures) {
      if (await this.#keepOne(picture)) kept += 1;
      this.waiting -= 1;
    }
    if (kept > 0) notices.say({ tone: 'good', text: t('photos.kept', { count: kept }) });
  }

  async #keepOne(picture: File): Promise<boolean> {
    const { returnId, returnLineId } = this.#place();
    const dataBase64 = await this.#shrink(picture).catch(() => undefined);
    if (dataBase64 === undefined) {
      this.problem = t('photos.not-a-picture', { name: picture.name });
      return false;
    }
    const line = returnLineId === undefined ? {} : { returnLineId };
    if (await this.#call.run({ returnId, ...line, dataBase64 })) return true;
    this.problem = this.#call.trouble && troubleSentence(this.#call.trouble as Trouble);
    return false;
  }
}

/** The pictures among what was dropped or pasted. */
export function picturesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}
