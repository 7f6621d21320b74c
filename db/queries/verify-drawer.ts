import { drawerFlows } from './drawer.ts';

const every = { lines: 'true', sales: 'true', moves: 'true' };

/**
 * The check of the drawer: what a count expected is what the one before it found, and all that came and went between them. One row `what`
 * per offender; none is right.
 */
export const drawerChecks = {
  drawer: `SELECT c.number AS what FROM drawer_counts c JOIN drawer_counts p ON p.id = c.id - 1
    LEFT JOIN (SELECT countId, sum(cents) AS cents FROM (SELECT cents,
        (SELECT id FROM drawer_counts WHERE event_seq < f.seq ORDER BY event_seq DESC LIMIT 1) AS countId FROM (${drawerFlows(every)}) f) GROUP BY countId) f
      ON f.countId = p.id
    WHERE c.expected_cents <> p.counted_cents + coalesce(f.cents, 0)`,
} as const;
