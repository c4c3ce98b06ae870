SELECT r.body, r.meeting_date, i.name, i.aliases, i.kind, i.status, i.lead, i.funder, i.partners,
       i.page, i.initiative_id
FROM initiatives i JOIN papers r USING (report_id)
ORDER BY r.body, r.meeting_date, i.page, i.char_start
