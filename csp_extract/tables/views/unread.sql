SELECT path, status, problem, warnings FROM reports WHERE status <> 'ok' ORDER BY path
