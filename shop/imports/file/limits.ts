/** What a file may be at most; beyond that it is refused in one sentence (FORMATS §1 rule 10). */
export const largestText = 200 * 1024 * 1024;
export const largestPacked = 10 * 1024 * 1024;
export const largestUnpacked = 200 * 1024 * 1024;
export const mostRows = 1_000_000;
/** As many as a spreadsheet has. */
export const mostColumns = 16_384;
/** In bytes. A record that is longer was not made by a shop, and looking for its end again and again would take for ever. */
export const longestLine = 1024 * 1024;
/** Of the parts of a workbook that hold no cells; what is made of them is kept in memory. */
export const largestDescription = 16 * 1024 * 1024;
