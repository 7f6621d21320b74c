export const target = 'what the sample must not reach';
