/** What a file may be at most; beyond that it is refused in one sentence (FORMATS §1 rule 10). */
export const largestText = 200 * 1024 * 1024;
export const mostRows = 1_000_000;
