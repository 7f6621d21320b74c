import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { amountSchema } from '../values/money.ts';
import { permissionSchema } from '../values/permissions.ts';

const nameSchema = z.string().trim().min(1).max(40);
/** Six to twelve digits, or a word of up to sixty-four letters. */
const pinSchema = z.string().min(4).max(64);
/** What an owner gets back in by when the PIN is forgotten: made by the window, printed once, kept by nobody. */
const recoverySchema = z.string().min(16).max(64);
const roleNameSchema = z.string().trim().min(1).max(40);
/** No more than this in money; nothing where there is no limit. */
const limitSchema = amountSchema.nullable();

const personSchema = z.object({
  staffId: z.int(),
  name: z.string(),
  role: z.string(),
  active: z.boolean(),
  /** Wrong PINs in a row. */
  failures: z.int(),
  /** An owner who can get back in when the PIN is forgotten. */
  hasRecovery: z.boolean(),
});
export type StaffMember = z.infer<typeof personSchema>;

const roleSchema = z.object({
  name: z.string(),
  permissions: z.array(permissionSchema),
  /** What may be given back for one sale, and by one person in a day. */
  saleLimitCents: limitSchema,
  dayLimitCents: limitSchema,
});
export type StaffRole = z.infer<typeof roleSchema>;

const atDeskSchema = z.object({
  /** Whether there are people at all; without them the owner does everything and nobody signs in. */
  manned: z.boolean(),
  /** Who is signed in. */
  person: z.object({ staffId: z.int(), name: z.string(), role: z.string() }).optional(),
  permissions: z.array(permissionSchema),
  saleLimitCents: limitSchema,
  dayLimitCents: limitSchema,
  /** The PIN was given again a moment ago: it counts for the next action. */
  confirmed: z.boolean(),
  /** Who has agreed to the next action beside the person signed in. */
  approver: z.string().optional(),
});
export type AtDesk = z.infer<typeof atDeskSchema>;

export const staffApi = {
  'staff.now': procedure({
    about: 'Who is at the desk, and what they may do.',
    kind: 'session',
    needs: 'open',
    input: z.object({}),
    output: atDeskSchema,
    refusals: [],
  }),
  'staff.signIn': procedure({
    about:
      'Signs a person in by name and PIN, in place of whoever was. Wrong PINs make the next try wait longer and longer; an owner’s recovery code counts as the PIN.',
    kind: 'session',
    needs: 'open',
    input: z.object({ name: nameSchema, pin: pinSchema }),
    output: atDeskSchema,
    refusals: ['pin-wrong', 'pin-wait'],
  }),
  'staff.signOut': procedure({
    about: 'Locks the desk: nothing but signing in works until somebody does.',
    kind: 'session',
    needs: 'open',
    input: z.object({}),
    output: atDeskSchema,
    refusals: [],
  }),
  'staff.confirm': procedure({
    about:
      'Takes the PIN of the person signed in once more, for the next action: a large payout, or a change of people.',
    kind: 'session',
    needs: 'everyone',
    input: z.object({ pin: pinSchema }),
    output: atDeskSchema,
    refusals: ['pin-wrong', 'pin-wait'],
  }),
  'staff.vouch': procedure({
    about:
      'Another person agrees by PIN to the next action of the one signed in: what needs a second pair of eyes, or passes a limit.',
    kind: 'session',
    needs: 'everyone',
    input: z.object({ name: nameSchema, pin: pinSchema }),
    output: atDeskSchema,
    refusals: ['pin-wrong', 'pin-wait', 'other-person-needed'],
  }),
  'staff.list': procedure({
    about: 'The people of the shop.',
    kind: 'read',
    needs: 'open',
    input: z.object({}),
    output: z.object({ items: z.array(personSchema) }),
    refusals: [],
  }),
  'staff.roles': procedure({
    about: 'The roles there are, with what each may do and its limits.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({ items: z.array(roleSchema) }),
    refusals: [],
  }),
  'staff.add': procedure({
    about: 'Adds a person. The first is the owner, and is signed in by it. A name is never given twice.',
    kind: 'action',
    needs: 'shop',
    input: z.object({
      id: actionIdSchema,
      name: nameSchema,
      role: roleNameSchema,
      pin: pinSchema,
      recoveryCode: recoverySchema.optional(),
    }),
    output: z.object({ staffId: z.int(), name: z.string() }),
    refusals: ['name-used', 'no-such-role', 'owner-first', 'pin-too-simple', 'pin-needed'],
  }),
  'staff.change': procedure({
    about: 'Gives a person another role, or lets them go or come back.',
    kind: 'action',
    needs: 'shop',
    input: z.object({
      id: actionIdSchema,
      name: nameSchema,
      role: roleNameSchema.optional(),
      active: z.boolean().optional(),
    }),
    output: personSchema,
    refusals: ['no-such-person', 'no-such-role', 'last-owner', 'pin-needed'],
  }),
  'staff.setPin': procedure({
    about:
      'Sets one’s own PIN, or, by the owner, somebody else’s; the PIN of whoever does it is given again before. Takes back all waiting after wrong PINs.',
    kind: 'action',
    needs: 'everyone',
    input: z.object({
      id: actionIdSchema,
      name: nameSchema,
      pin: pinSchema,
      recoveryCode: recoverySchema.optional(),
    }),
    output: personSchema,
    refusals: ['no-such-person', 'pin-too-simple', 'pin-needed', 'not-allowed'],
  }),
  'staff.saveRole': procedure({
    about: 'Says what a role may do and its limits; makes it when it is new. The owner may always do everything.',
    kind: 'action',
    needs: 'shop',
    input: z.object({
      id: actionIdSchema,
      name: roleNameSchema,
      permissions: z.array(permissionSchema).max(40),
      saleLimitCents: limitSchema.optional(),
      dayLimitCents: limitSchema.optional(),
    }),
    output: roleSchema,
    refusals: ['owner-stays', 'pin-needed'],
  }),
};
