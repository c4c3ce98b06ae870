-- What the last meeting's papers of each body changed against those before: new, dropped, moved,
-- restated, kept. A thing that only fell silent is told once, at the first paper without it.
WITH last AS (
    SELECT body, max(meeting_date) AS day FROM reports
    WHERE body <> '' AND superseded_by IS NULL AND duplicate_of IS NULL
    GROUP BY body
)
SELECT t.body, c.to_date AS meeting_date, t.kind, c.kind AS change, t.name, c."before", c."after",
       c.days, c.from_date, t.state, c.row_ids, c.change_id, t.track_id
FROM changes c
JOIN tracks t USING (track_id)
JOIN reports r ON r.report_id = c.to_report
JOIN last ON last.body = r.body AND last.day = c.to_date
WHERE c.kind NOT IN ('retained')
ORDER BY t.body,
         CASE c.kind WHEN 'overdue' THEN 1 WHEN 'dropped' THEN 1 WHEN 'contested' THEN 1
                     WHEN 'date_moved' THEN 2 WHEN 'amount_changed' THEN 2 WHEN 'silent' THEN 5
                     WHEN 'added' THEN 4 ELSE 3 END,
         t.kind, t.name, c.change_id
