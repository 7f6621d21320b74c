import { expect, test } from 'vitest';
import { closingLine, isGood, type TestReport, tally } from './closing-line.ts';

function report(overrides: Partial<TestReport> = {}): TestReport {
  return {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
    ...overrides,
  };
}

test('a good run names what passed', () => {
  const good = tally({ report: report(), exitCode: 0 });
  expect(closingLine(good)).toBe('5 passed, 0 failed');
  expect(isGood(good)).toBe(true);
});

test('skipped tests are named, and failures spoil the run', () => {
  const assertionResults = [{ status: 'failed' }, { status: 'failed' }];
  const testResults = [{ status: 'failed', assertionResults }];
  const bad = tally({
    report: report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, testResults }),
    exitCode: 1,
  });
  expect(closingLine(bad)).toBe('5 passed, 2 failed, 2 skipped');
  expect(isGood(bad)).toBe(false);
});

test('a file that broke before its first test is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(closingLine(tally({ report: report({ testResults }), exitCode: 1 }))).toBe('5 passed, 1 failed');
});

test('a run that ended badly without saying where has failed', () => {
  expect(closingLine(tally({ report: report(), exitCode: 1 }))).toBe('5 passed, 1 failed');
  expect(closingLine(tally({ report: undefined, exitCode: 0 }))).toBe('0 passed, 1 failed');
});

test('a run without tests is not good', () => {
  expect(isGood(tally({ report: report({ numPassedTests: 0, testResults: [] }), exitCode: 0 }))).toBe(false);
});
