-- Money given to a body's work, each award once however often it is told: same body, year, payer,
-- value and getter. Left out: what is only asked for, proposed, forecast, given back, cut off or
-- carried over; rates, ranges and ceilings; pots that are wider than the body; parts of an award
-- that is listed itself, and totals of awards by several payers. A fund and who holds it are one
-- payer where they give the same sum.
WITH given AS (
    SELECT a.*, r.body, r.meeting_date, lower(replace(a.funder, 'the ', '')) AS named_payer,
           a.funder LIKE '%fund%' OR a.funder LIKE '%grant%' OR a.funder LIKE '%(%' AS is_fund
    FROM amounts a JOIN papers r USING (report_id)
    WHERE a.kind IN ('grant', 'contribution', 'match_funding')
      AND a.status IN ('agreed', 'confirmed', 'received', 'spent', 'unstated')
      AND a.funder IS NOT NULL AND a.financial_years IS NOT NULL
      AND a.financial_years NOT LIKE '%;%'
      AND coalesce(a.scope, 'own') = 'own'
      AND coalesce(a.qualifier, 'exact') IN ('exact', 'approximate')
      AND coalesce(a.per, 'year') = 'year'
      AND a.value_max IS NULL AND a.value_minor > 0
),
parts AS (
    SELECT DISTINCT part.amount_id
    FROM given whole JOIN given part
      ON part.report_id = whole.report_id AND whole.total_of IS NOT NULL
     AND instr('; ' || whole.total_of || '; ', '; ' || part.amount_id || '; ') > 0
),
named AS (
    SELECT *,
           CASE WHEN is_fund
                THEN coalesce(max(CASE WHEN NOT is_fund THEN named_payer END) OVER same,
                              named_payer)
                ELSE named_payer END AS payer,
           coalesce(lower(replace(recipient, 'the ', '')),
                    max(lower(replace(recipient, 'the ', ''))) OVER same, '') AS getter
    FROM given
    WHERE amount_id NOT IN (SELECT amount_id FROM parts)
    WINDOW same AS (PARTITION BY body, financial_years, currency, value_minor)
)
SELECT body, financial_years AS financial_year,
       coalesce(min(CASE WHEN NOT is_fund THEN funder END), min(funder)) AS funder,
       min(recipient) AS recipient, min(purpose) AS purpose, currency, min(value) AS value,
       value_minor, count(*) AS times_told, count(DISTINCT report_id) AS reports,
       min(meeting_date) AS first_told, max(meeting_date) AS last_told,
       group_concat(amount_id, '; ') AS amount_ids
FROM named
GROUP BY body, financial_years, payer, getter, currency, value_minor
ORDER BY body, financial_year, payer, value_minor DESC
