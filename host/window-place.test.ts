import { expect, test } from 'vitest';
import { fittedPlace, usualSize } from './window-place.ts';

const left = { x: 0, y: 0, width: 1366, height: 728 };
const right = { x: 1366, y: -100, width: 1920, height: 1040 };
const was = { x: 1500, y: 50, width: 1280, height: 800, isMaximized: false };

test('a window comes back where it was', () => {
  const { isMaximized, ...bounds } = was;
  expect(fittedPlace(was, [left, right])).toEqual({ bounds, isMaximized });
});

test('on a smaller screen it fits in whole', () => {
  const place = { x: 200, y: 10, width: 1400, height: 900, isMaximized: true };
  expect(fittedPlace(place, [left])).toEqual({ bounds: { x: 0, y: 0, width: 1366, height: 728 }, isMaximized: true });
});

test('half over the edge it is drawn in; of two screens it stays on the one it was on more', () => {
  expect(fittedPlace({ ...was, x: 1000 }, [left, right]).bounds).toEqual({ x: 1366, y: 50, width: 1280, height: 800 });
  expect(fittedPlace({ ...was, x: -600 }, [left]).bounds).toEqual({ x: 0, y: 0, width: 1280, height: 728 });
});

test('a screen that is gone leaves the size alone', () => {
  expect(fittedPlace({ ...was, x: 4000 }, [left]).bounds).toEqual({ width: 1280, height: 728 });
  expect(fittedPlace({ ...was, x: 1300 }, [left]).bounds).toEqual({ width: 1280, height: 728 });
  expect(fittedPlace(was, []).bounds).toEqual(usualSize);
});

test.each([undefined, null, 'text', {}, { ...was, width: 0 }, { ...was, x: 0.5 }])('%j is no place', (kept) => {
  expect(fittedPlace(kept, [left])).toEqual({ bounds: usualSize, isMaximized: false });
});
