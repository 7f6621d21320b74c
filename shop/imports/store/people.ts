import type { ReadStore } from '../../../db/store.ts';
import { productOfCode } from '../../catalog/of-code.ts';
import type { ActionContext } from '../../context.ts';
import { customerIdOf } from '../../sales/customer.ts';
import { addProduct } from '../../sales/product.ts';
import type { FileDocument } from '../documents/document.ts';
import { leaveTrace } from '../kinds/traces.ts';
import type { FilePerson, FileProduct } from '../rows/named.ts';
import { customerSnapshot, productSnapshot } from '../undo/snapshots.ts';

type KnownProduct = { readonly id: number; readonly name: string };

/**
 * Who and what the file names, as the shop knows them: looked up once each, made when they are new. What is made leaves a trace of the
 * reading.
 */
export function createDirectory(actionId: string) {
  const products = new Map<FileProduct, KnownProduct>();
  const customers = new Map<FilePerson, number>();
  const foreseen = new Set<FileProduct | FilePerson>();
  let newProducts = 0;
  let newCustomers = 0;

  const findProduct = (store: ReadStore, product: FileProduct): KnownProduct | undefined => {
    const known = products.get(product) ?? productOfCode({ store }, product.sku);
    if (known) products.set(product, known);
    return known;
  };
  const findCustomer = (store: ReadStore, person: FilePerson | undefined): number | null | undefined => {
    if (!person) return null;
    const known = customers.get(person) ?? storedCustomer(store, person);
    if (known !== undefined) customers.set(person, known);
    return known;
  };
  return {
    /** Nothing when the shop has no such product. */
    findProduct,
    /** Null for nobody; nothing when the shop does not know the person. */
    findCustomer,
    product: (context: ActionContext, product: FileProduct): KnownProduct => {
      const found = findProduct(context.store, product);
      if (found) return found;
      const made = addProduct(context, product);
      const after = productSnapshot(context.store, made.id);
      leaveTrace(context, actionId, { kind: 'product', rowId: made.id, before: undefined, after });
      products.set(product, made);
      newProducts += 1;
      return made;
    },
    customer: (context: ActionContext, person: FilePerson | undefined): number | null => {
      const found = findCustomer(context.store, person);
      if (found !== undefined || !person) return found ?? null;
      const made = customerIdOf(context, person) as number;
      const after = customerSnapshot(context.store, made);
      leaveTrace(context, actionId, { kind: 'customer', rowId: made, before: undefined, after });
      customers.set(person, made);
      newCustomers += 1;
      return made;
    },
    made: () => ({ products: newProducts, customers: newCustomers }),
    /** Who and what of a document the shop would make; each of them is counted at its first document. */
    wouldMake: (store: ReadStore, { person, lines }: FileDocument) => {
      const fresh = new Set(lines.map(({ product }) => product).filter((product) => !foreseen.has(product)));
      const products = [...fresh].filter((product) => findProduct(store, product) === undefined);
      const isNewcomer = person !== undefined && !foreseen.has(person) && findCustomer(store, person) === undefined;
      for (const product of fresh) foreseen.add(product);
      if (person) foreseen.add(person);
      return { products: products.length, customers: isNewcomer ? 1 : 0 };
    },
  };
}

export type Directory = ReturnType<typeof createDirectory>;

/** By code, else by phone, else by name: what `customerIdOf` looks for before it makes anybody. */
function storedCustomer({ catalog }: ReadStore, { code, name, phone }: FilePerson): number | undefined {
  if (code) return catalog.customerByCode(code)?.id;
  return (phone ? catalog.customerByPhone(phone) : catalog.customerByName(name))?.id;
}
