-- Priorities by the years of the meetings whose lists hold them: the place in the list, or a dot where
-- it has none; empty where the list of that year lacks it, or there is no list. One column a year.
SELECT t.body, coalesce(min(p.owner), '') AS owner, t.name AS priority, t.state,
       /* years */
       t.first_date, t.last_date, group_concat(p.priority_id, '; ') AS priority_ids, t.track_id
FROM tracks t
JOIN track_mentions m ON m.track_id = t.track_id AND m."table" = 'priorities'
JOIN priorities p ON p.priority_id = m.row_id
WHERE t.kind = 'priority'
GROUP BY t.track_id
ORDER BY t.body, owner, t.state = 'dropped', t.first_date, min(p.rank), t.name, t.track_id
