// chrono-node's British English, on papers from standard input; argument: where it is installed.
const chrono = require(process.argv[2]);

const iso = (year, month, day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

// The first or the last day of a component: the whole month or year where no day is told.
function edge(part, isLast) {
  const [year, month, day] = ["year", "month", "day"].map((name) => part.get(name));
  const known = (name) => part.isCertain(name);
  if (known("day") || known("weekday") || !known("year") && !known("month")) return iso(year, month, day);
  if (known("month")) return isLast ? iso(year, month + 1, 0) : iso(year, month, 1);
  return isLast ? iso(year, 12, 31) : iso(year, 1, 1);
}

const papers = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const began = process.cpuUsage();
const found = {};
for (const [name, paper] of Object.entries(papers)) {
  const rows = [];
  let start = 0;
  for (const line of paper.text.split("\n")) {
    for (const read of chrono.en.GB.parse(line, new Date(`${paper.day}T12:00:00Z`))) {
      if (!["year", "month", "day", "weekday"].some((name) => read.start.isCertain(name))) continue;
      const from = start + read.index;
      rows.push([from, from + read.text.length, edge(read.start, false), edge(read.end || read.start, true)]);
    }
    start += line.length + 1;
  }
  found[name] = rows;
}
const used = process.cpuUsage(began);
process.stdout.write(JSON.stringify({ found, seconds: (used.user + used.system) / 1e6 }));
