-- Rows that a person should look at, those first of which a minute is worth most: doubtful by their
-- confidence, and with much hanging on them, that is findings, changes, and later papers of their
-- track. csp-extract correct OUT --set ID column=value, or --drop ID, settles a row.
WITH RECURSIVE seen AS (
    SELECT 'dates' AS "table", date_id AS row_id, report_id, page, para, text, quote,
           confidence, source, corrected FROM dates
    UNION ALL SELECT 'amounts', amount_id, report_id, page, para, text, quote,
           confidence, source, corrected FROM amounts
    UNION ALL SELECT 'initiatives', initiative_id, report_id, page, para, text, quote,
           confidence, source, corrected FROM initiatives
    UNION ALL SELECT 'priorities', priority_id, report_id, page, para, text, quote,
           confidence, source, corrected FROM priorities
    UNION ALL SELECT 'commitments', commitment_id, report_id, page, para, text, quote,
           confidence, source, corrected FROM commitments
    UNION ALL SELECT 'decisions', decision_id, report_id, page, para, text, quote,
           confidence, source, corrected FROM decisions
    UNION ALL SELECT 'measures', measure_id, report_id, page, para, text, quote,
           confidence, source, corrected FROM measures
),
-- Lists of ids taken apart: one line for each row that a finding rests on.
parts (finding_id, row_id, rest) AS (
    SELECT finding_id, NULL, row_ids || '; ' FROM findings WHERE row_ids IS NOT NULL
    UNION ALL
    SELECT finding_id, substr(rest, 1, instr(rest, '; ') - 1), substr(rest, instr(rest, '; ') + 2)
    FROM parts WHERE rest <> ''
),
leads AS (
    SELECT row_id, count(*) AS findings FROM parts WHERE row_id IS NOT NULL GROUP BY row_id
)
SELECT r.body, r.meeting_date, s."table", s.confidence,
       coalesce(l.findings, 0) AS findings, coalesce(t.n_reports, 1) AS reports,
       round((1 - s.confidence) * (1 + 3 * coalesce(l.findings, 0) + 0.5 * (coalesce(t.n_reports, 1) - 1)), 3) AS worth,
       s.text, s.quote, r.path, s.page, s.para, s.source, s.row_id
FROM seen s
JOIN papers r USING (report_id)
LEFT JOIN leads l ON l.row_id = s.row_id
LEFT JOIN track_mentions m ON m."table" = s."table" AND m.row_id = s.row_id
LEFT JOIN tracks t ON t.track_id = m.track_id
WHERE s.confidence IS NOT NULL AND coalesce(s.corrected, '') = ''
ORDER BY worth DESC, s.confidence, s.row_id
