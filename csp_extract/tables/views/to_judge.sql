-- Pairs of which the matcher is not sure, those first of which a minute of a person's time changes
-- most: near the middle of the scale, in tracks of many mentions, of kinds that findings hang on. Of
-- all pairs between two tracks only the best one is asked for: a word on it settles the others.
-- csp-extract correct OUT --same LEFT RIGHT, or --different, settles a pair.
WITH size AS (
    SELECT track_id, count(*) AS mentions FROM track_mentions GROUP BY track_id
),
sure AS (
    SELECT m.row_id, m.track_id, m.report_id, s.mentions
    FROM track_mentions m JOIN size s USING (track_id)
),
words AS (
    SELECT 'initiatives' AS kind, initiative_id AS row_id, page, text, quote FROM initiatives
    UNION ALL SELECT 'priorities', priority_id, page, text, quote FROM priorities
    UNION ALL SELECT 'amounts', amount_id, page, text, quote FROM amounts
    UNION ALL SELECT 'commitments', commitment_id, page, text, quote FROM commitments
    UNION ALL SELECT 'dates', date_id, page, text, quote FROM dates
),
unsure AS (
    SELECT l.*, a.track_id = b.track_id AS is_linked, a.report_id AS left_report,
           b.report_id AS right_report, a.mentions AS lefts, b.mentions AS rights,
           row_number() OVER (PARTITION BY min(a.track_id, b.track_id), max(a.track_id, b.track_id)
                              ORDER BY abs(l.score - 0.5), l.left_id, l.right_id) AS nth
    FROM links l
    JOIN sure a ON a.row_id = l.left_id
    JOIN sure b ON b.row_id = l.right_id
    WHERE l.judgement = 'unsure'
)
SELECT r.body, l.left_table AS "table", l.score, l.is_linked,
       round((1 - abs(l.score - 0.5) * 2)
             * CASE WHEN l.is_linked THEN 1 ELSE min(l.lefts, l.rights) END
             * CASE l.left_table WHEN 'commitments' THEN 2 WHEN 'priorities' THEN 2 ELSE 1 END, 3)
           AS worth,
       l.left_id, r.meeting_date AS left_date, one.page AS left_page, one.text AS left_text,
       one.quote AS left_quote,
       l.right_id, t.meeting_date AS right_date, two.page AS right_page, two.text AS right_text,
       two.quote AS right_quote, l.reasons
FROM unsure l
JOIN words one ON one.row_id = l.left_id AND one.kind = l.left_table
JOIN words two ON two.row_id = l.right_id AND two.kind = l.right_table
JOIN reports r ON r.report_id = l.left_report
JOIN reports t ON t.report_id = l.right_report
WHERE l.nth = 1
ORDER BY worth DESC, l.left_id, l.right_id
