SELECT r.body, r.meeting_date, p.owner, p.period, p.rank, p.text, p.kind, p.page, p.priority_id
FROM priorities p JOIN papers r USING (report_id)
ORDER BY r.body, r.meeting_date, p.page, p.char_start
