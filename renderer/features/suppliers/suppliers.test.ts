import { expect, test } from 'vitest';
import { SupplierForm } from './supplier-form.svelte.ts';

const potters = {
  supplierId: 3,
  name: 'Potters',
  phone: '021-6437',
  claimDays: 30,
  leadDays: 0,
  products: 2,
  openClaims: 0,
  owedCents: 0,
};

test('a supplier needs a name', () => {
  const form = new SupplierForm();
  form.phone = '110';
  expect([form.toInput(), form.noName]).toEqual([undefined, true]);
  form.name = ' Potters ';
  expect(form.toInput()).toEqual({ name: 'Potters', phone: '110' });
});

test('what is emptied becomes empty, and the supplier stays the same', () => {
  const form = new SupplierForm(potters);
  expect(form.toInput()).toEqual({ supplierId: 3, name: 'Potters', phone: '021-6437', claimDays: 30, leadDays: 0 });
  form.phone = ' ';
  form.claimDays = undefined;
  form.leadDays = undefined;
  expect(form.toInput()).toEqual({ supplierId: 3, name: 'Potters' });
});
