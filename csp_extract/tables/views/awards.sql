-- Money given to a body's work, each award once however often it is told: same body, year, payer,
-- value and getter. Left out: what is only asked for, proposed, forecast, given back, cut off or
-- carried over; rates, ranges and ceilings; pots that are wider than the body; parts of an award
-- that is listed itself, and totals of awards by several payers. A fund and who holds it are one
-- payer where they once give the same sum or one gives the other, and so is a commissioner under
-- any name of the office.
-- What comes from a fund is a share of the sum that its holder gave, and so are the smaller awards
-- of a payer and year that add up to the largest.
WITH given AS (
    SELECT a.*, r.body, r.meeting_date,
           lower(replace(replace(CASE WHEN a.funder LIKE '%(%)'
               THEN substr(a.funder, instr(a.funder, '(') + 1,
                           length(a.funder) - instr(a.funder, '(') - 1)
               ELSE a.funder END, 'The ', ''), 'the ', '')) AS who,
           a.funder LIKE '%fund%' OR a.funder LIKE '%grant%' AS is_fund
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
offices AS (
    SELECT *,
           CASE WHEN who LIKE '%commissioner%' OR who IN ('pcc', 'opcc', 'pfcc', 'opfcc')
                THEN 'commissioner' ELSE who END AS named_payer
    FROM given
    WHERE amount_id NOT IN (SELECT amount_id FROM parts)
),
holders AS (
    SELECT fund.body, fund.named_payer AS fund, min(holder.named_payer) AS holder
    FROM offices fund JOIN offices holder
      ON holder.body = fund.body AND holder.financial_years = fund.financial_years
     AND holder.currency = fund.currency
     AND (holder.value_minor = fund.value_minor
          OR lower(coalesce(holder.purpose, '')) LIKE '%' || fund.named_payer)
    WHERE fund.is_fund AND NOT holder.is_fund
    GROUP BY fund.body, fund.named_payer
    HAVING count(DISTINCT holder.named_payer) = 1
),
named AS (
    SELECT o.*, coalesce(h.holder, o.named_payer) AS payer,
           coalesce(lower(replace(recipient, 'the ', '')),
                    max(lower(replace(recipient, 'the ', ''))) OVER same, '') AS getter
    FROM offices o LEFT JOIN holders h ON h.body = o.body AND h.fund = o.named_payer AND o.is_fund
    WINDOW same AS (PARTITION BY o.body, financial_years, currency, value_minor)
),
told AS (
    SELECT body, financial_years AS financial_year,
           coalesce(min(CASE WHEN NOT is_fund THEN funder END), min(funder)) AS funder, payer,
           min(is_fund AND payer <> named_payer) AS is_of_fund, min(recipient) AS recipient, min(purpose) AS purpose, currency, min(value) AS value,
           value_minor, count(*) AS times_told, count(DISTINCT report_id) AS reports,
           min(meeting_date) AS first_told, max(meeting_date) AS last_told,
           group_concat(amount_id, '; ') AS amount_ids
    FROM named
    GROUP BY body, financial_years, payer, getter, currency, value_minor
),
weighed AS (
    SELECT *, max(value_minor) OVER year AS largest,
           sum(value_minor) OVER year - max(value_minor) OVER year AS others
    FROM told
    WINDOW year AS (PARTITION BY body, financial_year, payer, currency)
)
SELECT body, financial_year, funder, payer, recipient, purpose, currency, value, value_minor,
       times_told, reports, first_told, last_told, amount_ids
FROM weighed
WHERE value_minor = largest OR NOT (is_of_fund OR others = largest)
ORDER BY body, financial_year, payer, value_minor DESC
