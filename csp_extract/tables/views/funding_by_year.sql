-- What each payer gave a body in each financial year: the awards of the view awards, added up.
SELECT body, financial_year, max(funder) AS funder, currency, count(*) AS awards,
       printf('%d.%02d', sum(value_minor) / 100, sum(value_minor) % 100) AS total,
       sum(value_minor) AS total_minor, max(last_told) AS last_told,
       group_concat(amount_ids, '; ') AS amount_ids
FROM awards
GROUP BY body, financial_year, payer, currency
ORDER BY body, financial_year, total_minor DESC
