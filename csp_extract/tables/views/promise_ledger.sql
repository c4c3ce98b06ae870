-- Every promise once, with what became of it: who made it and when, by when it was due, how it stands,
-- and the words that say so. Overdue and silent ones first, then open ones by their day.
WITH told AS (
    SELECT m.track_id, c.*, m.meeting_date,
           row_number() OVER (PARTITION BY m.track_id ORDER BY m.meeting_date IS NULL, m.meeting_date,
                              c.report_id, c.char_start) AS nth,
           row_number() OVER (PARTITION BY m.track_id ORDER BY m.meeting_date IS NULL DESC,
                              m.meeting_date DESC, c.report_id DESC, c.char_start DESC) AS from_last
    FROM track_mentions m JOIN commitments c ON m."table" = 'commitments' AND m.row_id = c.commitment_id
),
moved AS (
    SELECT track_id, count(*) AS times, sum(days) AS days
    FROM changes WHERE kind = 'date_moved' GROUP BY track_id
),
kept AS (
    SELECT track_id, max(to_date) AS day, "after" AS words
    FROM changes WHERE kind IN ('fulfilled', 'overdue') GROUP BY track_id
)
SELECT t.body, t.state, first.action, coalesce(last.owner, first.owner) AS owner,
       first.meeting_date AS promised, first.due AS due_at_first, last.due AS due_at_last,
       coalesce(moved.times, 0) AS times_moved, moved.days AS days_moved, t.n_reports AS reports,
       last.meeting_date AS last_told, kept.day AS outcome_told, kept.words AS outcome,
       first.modality, first.strength, first.page, first.quote, first.commitment_id, t.track_id
FROM tracks t
JOIN told first ON first.track_id = t.track_id AND first.nth = 1
JOIN told last ON last.track_id = t.track_id AND last.from_last = 1
LEFT JOIN moved ON moved.track_id = t.track_id
LEFT JOIN kept ON kept.track_id = t.track_id
ORDER BY t.body,
         CASE t.state WHEN 'overdue' THEN 1 WHEN 'silent' THEN 2 WHEN 'open' THEN 3 ELSE 4 END,
         coalesce(last.due_end, '9999'), first.meeting_date, first.page, first.char_start
