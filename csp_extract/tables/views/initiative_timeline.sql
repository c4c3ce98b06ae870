-- What each paper tells of each initiative, in order: its status there, and the change it makes.
SELECT t.body, t.name AS initiative, m.meeting_date, r.kind AS paper, i.status, i.status_date,
       i.name AS told_as, i.lead, i.funder, c.kind AS change, c."before", c."after",
       i.page, i.quote, i.initiative_id, r.path, t.state AS state_now, t.track_id
FROM tracks t
JOIN track_mentions m ON m.track_id = t.track_id AND m."table" = 'initiatives'
JOIN initiatives i ON i.initiative_id = m.row_id
JOIN reports r ON r.report_id = i.report_id
LEFT JOIN changes c
  ON c.track_id = t.track_id AND c.to_report = i.report_id
 AND instr('; ' || c.row_ids || '; ', '; ' || i.initiative_id || '; ') > 0
WHERE t.kind = 'initiative'
ORDER BY t.body, t.first_date, t.name, t.track_id, m.meeting_date, r.kind = 'minutes', i.page,
         i.char_start, c.change_id
