SELECT r.body, r.meeting_date, a.value, a.currency, a.kind, a.status, a.funder, a.recipient,
       a.purpose, a.financial_years, a.page, a.quote, a.amount_id
FROM amounts a JOIN papers r USING (report_id)
WHERE a.kind IN ('grant', 'allocation', 'contribution', 'match_funding', 'income')
   OR a.funder IS NOT NULL
ORDER BY r.body, r.meeting_date DESC, a.page, a.char_start
