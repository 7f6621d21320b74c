/**
 * The keys whose owner may release this program, one or, while a new one takes over, two: what `build/release/make-key.ts` prints as the public
 * half. docs/RELEASING.md says how they are made and replaced.
 */
export const publicKeys: readonly string[] = ['b51G6jGbI241zT7b7PgUNuYjonXFe1cV0XTF8SC4PXo='];
