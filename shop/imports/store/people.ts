import type { ReadStore } from '../../../db/store.ts';
import type { ActionContext } from '../../context.ts';
import { customerIdOf } from '../../sales/customer.ts';
import { productIdOf } from '../../sales/product.ts';
import type { FilePerson, FileProduct } from '../rows/row.ts';

type KnownProduct = { readonly id: number; readonly name: string };

/** Who and what the file names, as the shop knows them: looked up once each, made when they are new. */
export function createDirectory() {
  const products = new Map<FileProduct, KnownProduct>();
  const customers = new Map<FilePerson, number>();
  let newProducts = 0;
  let newCustomers = 0;

  const findProduct = (store: ReadStore, product: FileProduct): KnownProduct | undefined => {
    const known = products.get(product) ?? store.catalog.product(product.sku);
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
      const made = productIdOf(context, product);
      products.set(product, made);
      newProducts += 1;
      return made;
    },
    customer: (context: ActionContext, person: FilePerson | undefined): number | null => {
      const found = findCustomer(context.store, person);
      if (found !== undefined || !person) return found ?? null;
      const made = customerIdOf(context, person) as number;
      customers.set(person, made);
      newCustomers += 1;
      return made;
    },
    made: () => ({ products: newProducts, customers: newCustomers }),
  };
}

export type Directory = ReturnType<typeof createDirectory>;

/** By code, else by phone, else by name: what `customerIdOf` looks for before it makes anybody. */
function storedCustomer({ catalog }: ReadStore, { code, name, phone }: FilePerson): number | undefined {
  if (code) return catalog.customerByCode(code)?.id;
  return (phone ? catalog.customerByPhone(phone) : catalog.customerByName(name))?.id;
}
