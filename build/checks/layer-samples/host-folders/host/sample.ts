import '../shop/target.ts';
