/** The newest change of a person, and the newest row of a role, as an event saw them. */
const changeAt = (staffId: string, seq: string): string =>
  `(SELECT max(id) FROM staff_changes WHERE staff_id = ${staffId} AND event_seq <= ${seq})`;
const roleAt = (name: string, seq: string): string =>
  `(SELECT max(id) FROM staff_roles WHERE name = ${name} AND event_seq <= ${seq})`;

type Able = { readonly who: string; readonly permission: string; readonly seq: string };

/** Whether there was somebody, of those that `who` means, who could do something when an event was written. */
const able = ({ who, permission, seq }: Able): string =>
  `EXISTS (SELECT 1 FROM staff p JOIN staff_changes c ON c.id = ${changeAt('p.id', seq)} AND c.active = 1
    JOIN staff_roles a ON a.id = ${roleAt('c.role', seq)}, json_each(a.permissions) m WHERE ${who} AND m.value = ${permission})`;

/** Steps that decided something since there are people, each with its event and its return. */
const decided = `return_steps s JOIN journal_of_events e ON e.seq = s.event_seq JOIN returns r ON r.id = s.return_id
  WHERE s.event_seq > (SELECT event_seq FROM staff WHERE id = 1)
    AND s.step IN ('approve', 'value', 'waive', 'match', 'void')
    AND NOT (e.kind LIKE 'imports.%' AND s.step = 'approve' AND r.reference IS NOT NULL)
    AND (s.step <> 'match' OR (s.from_stage <> 'requested'
      AND EXISTS (SELECT 1 FROM return_matches WHERE return_id = r.id AND event_seq = s.event_seq AND verdict_outcome <> 'accept')))`;

const since = (table: string): string => `${table}.event_seq > (SELECT event_seq FROM staff WHERE id = 1)`;
const stepOf = (returnId: string, seq: string): string =>
  `SELECT 1 FROM return_steps s WHERE s.return_id = ${returnId} AND s.event_seq = ${seq}`;

/** The checks of people and of what they decided. Each gives one row `what` per offender; none is right. */
export const staffChecks = {
  staff: `SELECT name AS what FROM staff s LEFT JOIN staff_changes c ON c.id = ${changeAt('s.id', '1e18')}
      WHERE c.id IS NULL OR s.role <> c.role OR s.active <> c.active OR s.role IS NULL
        OR NOT EXISTS (SELECT 1 FROM staff_secrets WHERE staff_id = s.id AND kind = 'pin' AND event_seq = s.event_seq)
    UNION SELECT role || ' · ' || permission FROM (
      SELECT role, permission, 1 AS there FROM role_permissions
      UNION ALL SELECT DISTINCT r.name, m.value, -1 FROM staff_roles r, json_each(r.permissions) m WHERE r.id = ${roleAt('r.name', '1e18')}
    ) GROUP BY role, permission HAVING sum(there) <> 0
    UNION SELECT '#' || c.event_seq FROM staff_changes c WHERE NOT EXISTS (
      SELECT 1 FROM staff p JOIN staff_changes o ON o.id = ${changeAt('p.id', 'c.event_seq')} WHERE o.role = 'owner' AND o.active = 1)`,

  'events-by-staff': `SELECT '#' || seq || ' · ' || person AS what FROM journal_of_events e
    WHERE seq > (SELECT event_seq FROM staff WHERE id = 1) AND kind NOT IN ('care.restore', 'care.importAll')
      AND NOT EXISTS (SELECT 1 FROM staff WHERE name = e.person AND event_seq < e.seq)
    UNION SELECT '#' || seq || ' · ' || approver FROM journal_of_events e WHERE approver = person OR (approver IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM staff p JOIN staff_changes c ON c.id = ${changeAt('p.id', 'e.seq - 1')} WHERE p.name = e.approver AND c.active = 1))`,

  'other-eyes': `SELECT r.number || ' · ' || s.person AS what FROM ${decided} AND s.person = 'policy'
      AND NOT (s.step = 'approve' AND coalesce((SELECT verdict_outcome FROM return_matches WHERE return_id = r.id AND event_seq <= e.seq), r.verdict_outcome) = 'accept')
    UNION SELECT r.number || ' · ' || s.person FROM ${decided} AND s.person <> 'policy'
      AND NOT ${able({ who: 'p.name = s.person', permission: "iif(s.step = 'void', 'voids', 'approval')", seq: 'e.seq' })}
    UNION SELECT r.number || ' · ' || s.person FROM ${decided} AND s.step <> 'void' AND EXISTS (
      SELECT 1 FROM return_steps o JOIN journal_of_events x ON x.seq = o.event_seq WHERE o.return_id = r.id AND o.step = 'request'
        AND o.person = s.person AND (x.day >= e.day OR ${able({ who: 'p.name <> s.person', permission: "'approval'", seq: 'e.seq' })}))
    UNION SELECT r.number || ' · ' || s.person FROM ${decided} AND s.step = 'void' AND EXISTS (
      SELECT 1 FROM credit_notes n JOIN payouts v ON v.credit_note_id = n.id AND v.event_seq = e.seq JOIN payouts x ON x.id = v.voids_payout_id
        JOIN journal_of_events y ON y.seq = x.event_seq WHERE n.return_id = r.id AND y.person = s.person)
        AND ${able({ who: 'p.name <> s.person', permission: "'voids'", seq: 'e.seq' })}
    UNION SELECT v.number FROM payouts v JOIN payouts x ON x.id = v.voids_payout_id JOIN credit_notes n ON n.id = v.credit_note_id
      WHERE ${since('v')} AND NOT EXISTS (${stepOf('n.return_id', 'v.event_seq')} AND s.step = iif(v.day = x.day, 'void', 'correct'))
    UNION SELECT r.number || ' · ' || v.person FROM line_valuations v JOIN return_lines l ON l.id = v.return_line_id JOIN returns r ON r.id = l.return_id
      WHERE ${since('v')} AND NOT EXISTS (${stepOf('r.id', 'v.event_seq')} AND s.step IN ('approve', 'value') AND s.person = v.person)
    UNION SELECT r.number || ' · ' || v.person FROM waivers v JOIN return_lines l ON l.id = v.return_line_id JOIN returns r ON r.id = l.return_id
      WHERE ${since('v')} AND NOT EXISTS (${stepOf('r.id', 'v.event_seq')} AND s.step = 'waive' AND s.person = v.person)
    UNION SELECT r.number || ' · ' || v.person FROM return_matches v JOIN returns r ON r.id = v.return_id
      WHERE ${since('v')} AND NOT EXISTS (${stepOf('r.id', 'v.event_seq')} AND s.step = 'match')`,
} as const;
