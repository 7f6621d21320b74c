import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { unsignedCentsSchema } from '../values/money.ts';

const textSchema = z.string().trim().max(120);

const supplierSchema = z.object({
  supplierId: z.int(),
  name: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  /** Days after the goods came back within which the supplier takes a claim. */
  claimDays: z.int().optional(),
  note: z.string().optional(),
  /** Days from an order until the goods come. */
  leadDays: z.int().optional(),
  /** Items that come from this supplier. */
  products: z.int(),
  openClaims: z.int(),
  /** What open claims still wait for, at cost. */
  owedCents: unsignedCentsSchema,
});
export type Supplier = z.infer<typeof supplierSchema>;

export const suppliersApi = {
  'suppliers.list': procedure({
    about: 'The suppliers by name, with what each still owes.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({ items: z.array(supplierSchema) }),
    refusals: [],
  }),
  'suppliers.save': procedure({
    about: 'Adds a supplier, or changes the one of `supplierId`; what is left out becomes empty.',
    kind: 'action',
    needs: 'goods',
    input: z.object({
      id: actionIdSchema,
      supplierId: z.int().optional(),
      name: textSchema.min(1),
      phone: textSchema.optional(),
      email: textSchema.optional(),
      claimDays: z.int().min(1).max(3650).optional(),
      note: z.string().trim().max(1000).optional(),
      leadDays: z.int().min(0).max(365).optional(),
    }),
    output: supplierSchema,
    refusals: ['no-such-supplier', 'name-used'],
  }),
};
