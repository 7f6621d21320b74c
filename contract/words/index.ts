export * from './care-words.ts';
export * from './import-words.ts';
export { misfitSentence } from './misfit-sentence.ts';
export * from './money-words.ts';
export { refusalSentence } from './refusal-sentence.ts';
export * from './return-words.ts';
export { pair, type Said, type Words } from './said.ts';
export { tieIsQuantity, tieSides } from './tie-words.ts';
export { voucherFieldWords } from './voucher-words.ts';
