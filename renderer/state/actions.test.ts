import { expect, test } from 'vitest';
import { type Action, ActionRegistry } from './actions.ts';

const action = (id: string, more: Partial<Action> = {}): Action => ({ id, title: () => id, run: () => {}, ...more });
const ids = (registry: ActionRegistry): string[] => registry.list().map(({ id }) => id);

test('the nearest action has the shortcut', () => {
  const registry = new ActionRegistry();
  registry.add(() => [action('frame.new', { shortcut: 'F2' })]);
  const leave = registry.add(() => [action('screen.pay', { shortcut: 'F2' })]);
  const near = registry.forShortcut('f2')?.id;
  leave();
  expect([near, registry.forShortcut('F2')?.id]).toEqual(['screen.pay', 'frame.new']);
});

test('what cannot be done now is neither listed nor run', () => {
  const registry = new ActionRegistry();
  let ready = false;
  registry.add(() => [action('refund', { shortcut: 'F9', when: () => ready })]);
  const before = [ids(registry), registry.forShortcut('F9')];
  ready = true;
  expect([before, ids(registry)]).toEqual([[[], undefined], ['refund']]);
});

test('beneath an open sheet nothing acts', () => {
  const registry = new ActionRegistry();
  registry.add(() => [action('refund', { shortcut: 'F9' })]);
  const close = registry.add(() => [action('sheet.close', { shortcut: 'Escape' })], { modal: true });
  const under = ids(registry);
  close();
  expect([under, ids(registry)]).toEqual([['sheet.close'], ['refund']]);
});

test('a screen that says an action anew hides the frame’s', () => {
  const registry = new ActionRegistry();
  registry.add(() => [action('find', { title: () => 'frame' }), action('new')]);
  registry.add(() => [action('find', { title: () => 'screen' })]);
  expect(registry.list().map(({ title }) => title())).toEqual(['screen', 'new']);
});
