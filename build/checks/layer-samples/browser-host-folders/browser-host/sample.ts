import '../db/target.ts';
