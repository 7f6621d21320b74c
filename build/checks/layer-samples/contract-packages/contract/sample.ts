import 'drizzle-orm';
