SELECT r.body, r.meeting_date, c.action, c.owner, c.due, c.due_end, c.modality, c.strength,
       c.page, c.quote, c.commitment_id
FROM commitments c JOIN papers r USING (report_id)
ORDER BY c.due_end IS NULL, c.due_end, r.body, r.meeting_date, c.page, c.char_start
