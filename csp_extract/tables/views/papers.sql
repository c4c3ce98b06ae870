-- The reports that count: no copies, and no drafts of which there is the final.
SELECT * FROM reports
WHERE report_id IS NOT NULL AND report_id <> '' AND duplicate_of IS NULL AND superseded_by IS NULL
