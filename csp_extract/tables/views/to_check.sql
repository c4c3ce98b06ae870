SELECT r.body, r.meeting_date, f.severity, f.kind, f.message, r.path, f.row_ids, f.finding_id
FROM findings f JOIN reports r USING (report_id)
ORDER BY CASE f.severity WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END, r.body,
         r.meeting_date, f.finding_id
