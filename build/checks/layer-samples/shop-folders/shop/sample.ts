import '../electron/target.ts';
