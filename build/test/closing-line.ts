/** The part of Vitest's JSON report that is counted here. */
export type TestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
};

type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

/**
 * Counts a run. A file that broke before its first test counts as one failure, and so does a run that ended badly
 * without naming a test (an error between tests, no report at all): what is not known to have passed has failed.
 */
export function tally({ report, exitCode }: { report: TestReport | undefined; exitCode: number }): Tally {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(isBrokenFile).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: exitCode === 0 ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function isBrokenFile({ status, assertionResults }: TestReport['testResults'][number]): boolean {
  return status === 'failed' && !assertionResults.some((result) => result.status === 'failed');
}

/** A run in which nothing was tested proves nothing. */
export function isGood({ passed, failed }: Tally): boolean {
  return failed === 0 && passed > 0;
}

export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
