/** What a platform's file of sales does beside naming its columns; every habit is off when left out. */
export type SalesHabits = {
  /** An item without a code is known by its name and variant. */
  readonly itemByName?: boolean;
};
