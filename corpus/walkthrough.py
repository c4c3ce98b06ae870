"""Write docs/walkthrough.md: one invented body from its PDFs to findings, each claim with its row.

``python corpus/walkthrough.py > docs/walkthrough.md``; a test looks for every row in a run of
today, and for its words on the page that it names, so the page cannot rot. Nothing in it is chosen
by id: what is shown is what the tables put first.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from csp_extract.batch import Limits
from csp_extract.desk.correct import Said, correct
from csp_extract.desk.difference import Output, differences
from csp_extract.desk.places import page_words, pages_of
from csp_extract.desk.query import ask
from csp_extract.desk.verify import verify
from csp_extract.review import key_column
from csp_extract.run import RunOptions, run, track_again
from csp_extract.tables import TABLES, read_rows

BODY = "harrowmere"  # a training body: never one that scores are taken on
PAPERS = Path(__file__).parent / "reports" / BODY
LINK = f"../corpus/reports/{BODY}"
_SHOWN = 4  # rows of a list that are shown

HEAD = """# From PDFs to findings: a walk-through

Made by `python corpus/walkthrough.py`; do not edit by hand. A test runs over the papers again, and
looks for each row in the tables and for its words on the page that the line names.

Harrowmere District Council does not exist. Its papers were written for the [corpus](corpus.md), in
the manner of a real district. Everything below was found by the program; each line ends with the id
of its row, which leads to the page of the PDF (where the viewer follows `#page=`), and **bold** are
the words of the row. `csp-extract show out ID` prints the same, and `--image` draws the page with
the words marked. Read the page before you quote a line: these are leads, and the program errs
([limits](limits.md)).
"""


class Walk:
    """An output, and the lines that tell it."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.reports = {row["report_id"]: row for row in read_rows(out, "reports")}
        self.rows = {
            row[key_column(name)]: row
            for name in TABLES
            if name != "reports"
            for row in read_rows(out, name)
        }

    def asked(self, sql: str) -> list[dict[str, Any]]:
        """Return the rows of an answer."""
        columns, rows = ask(self.out, sql)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def claim(self, row_id: str, says: str = "") -> str:
        """Return a line that quotes a row: day, words, and the link to its page."""
        row = self.rows[row_id]
        report = self.reports[row["report_id"]]
        para = f", {row['para']}" if row["para"] else ""
        place = f"{LINK}/{report['path']}#page={row['page']}"
        kind = report["kind"] or "paper"
        head = f"{kind} of {report['meeting_date']}, page {row['page']}{para}"
        return f"- {says}{head}: {_quoted(row)} [`{row_id}`]({place})"


def _quoted(row: dict[str, str]) -> str:
    """Return the sentence of a row on one line, the row's words in bold."""
    start = int(row["char_start"]) - int(row["quote_start"])
    quote, words = row["quote"], row["text"]
    parts = quote[:start], f"**{' '.join(words.split())}**", quote[start + len(words) :]
    return f"“{' '.join(''.join(parts).split())}”"


def papers(walk: Walk) -> Iterator[str]:
    """Yield the archive and its meetings."""
    yield "## 1. The archive"
    yield f"\n```console\n$ csp-extract run corpus/reports/{BODY} --out out\n```\n"
    yield "| meeting | papers | what the archive has of it |\n|---|---|---|"
    for row in walk.asked("SELECT * FROM meetings ORDER BY meeting_date"):
        names = [
            f"[{walk.reports[one]['kind']}]({LINK}/{walk.reports[one]['path']})"
            for one in (row["report_ids"] or "").split("; ")
            if one
        ]
        yield f"| {row['meeting_date']} | {', '.join(names)} | {row['status']} |"
    told = walk.asked("SELECT row_ids FROM meetings WHERE status = 'missing' ORDER BY meeting_date")
    if told:
        yield "\nMeetings that are `missing` are told of by other papers:\n"
        for row in told:
            yield walk.claim(row["row_ids"].split("; ")[0])


def rows(walk: Walk) -> Iterator[str]:
    """Yield the tables in numbers, and a row of each."""
    yield "\n## 2. The rows of one paper"
    last = walk.asked(
        "SELECT report_id FROM papers WHERE kind = 'report' ORDER BY meeting_date DESC LIMIT 1"
    )
    report = walk.reports[last[0]["report_id"]]
    yield f"\nThe report of {report['meeting_date']} has {report['pages']} pages."
    yield "Of each table, its first row:\n"
    for name in (one for one in TABLES if one not in {"reports", "candidates"}):
        own = [row for row in read_rows(walk.out, name) if row["report_id"] == report["report_id"]]
        if own:
            yield walk.claim(own[0][key_column(name)], f"`{name}`, {len(own)} rows; ")
    proof = verify(walk.out)
    yield (
        f"\n`csp-extract verify out` reads the PDFs again with another reader: {proof.proven} rows"
        f" of all papers are where they say, {len(proof.faults)} are not."
    )


def initiative(walk: Walk) -> Iterator[str]:
    """Yield an initiative through the years, and what it was not taken for."""
    yield "\n## 3. An initiative through the years"
    track = walk.asked(
        "SELECT t.*, count(DISTINCT i.status) AS told"
        " FROM tracks t JOIN track_mentions m USING (track_id)"
        " JOIN initiatives i ON i.initiative_id = m.row_id WHERE t.kind = 'initiative'"
        " GROUP BY t.track_id ORDER BY told DESC, t.n_reports DESC, t.track_id LIMIT 1"
    )[0]
    yield (
        f"\n`csp-extract show out {track['track_id']}`: {track['n_reports']} papers tell of"
        f" *{track['name']}*; it is {_word(track['state'])} as of {track['as_of']}.\n"
    )
    for row in walk.asked(
        f"SELECT * FROM initiative_timeline WHERE track_id = '{track['track_id']}'"  # noqa: S608
    ):
        change = f"**{_word(row['change'])}**, " if row["change"] else ""
        yield walk.claim(row["initiative_id"], f"{change}{_word(row['status'] or 'no status')}; ")
    apart = walk.asked(
        "SELECT l.* FROM links l JOIN initiatives a ON a.initiative_id = l.left_id"
        " JOIN initiatives b ON b.initiative_id = l.right_id"
        " WHERE l.left_table = 'initiatives' AND l.judgement = 'unsure'"
        " ORDER BY abs(l.score - 0.5), l.left_id, l.right_id LIMIT 1"
    )
    for link in apart:
        yield f"\nOf this pair the matcher is not sure ({link['reasons']});"
        yield "the view `to_judge` asks a person:\n"
        yield walk.claim(link["left_id"])
        yield walk.claim(link["right_id"])


def priorities(walk: Walk) -> Iterator[str]:
    """Yield the priorities by year."""
    yield "\n## 4. Priorities by year"
    yield "\n```console\n$ csp-extract query out --view priority_matrix\n```\n"
    found = walk.asked("SELECT * FROM priority_matrix")
    years = [name for name in found[0] if name.isdigit()]
    yield f"| owner | priority | {' | '.join(years)} | |"
    yield f"|---|---|{'---|' * len(years)}---|"
    for row in found:
        places = " | ".join(row[year] for year in years)
        yield f"| {row['owner']} | {row['priority']} | {places} | {row['state']} |"
    yield "\nThe list that each row first stands on:\n"
    for row in found:
        yield walk.claim(row["priority_ids"].split("; ")[0], f"{row['priority']}: ")


def promises(walk: Walk) -> Iterator[str]:
    """Yield the promise that moved most, and one that was kept."""
    yield "\n## 5. Promises"
    counts = walk.asked(
        "SELECT state, count(*) AS n FROM promise_ledger GROUP BY state ORDER BY n DESC, state"
    )
    yield f"\n`promise_ledger` has every promise once: {', '.join(_count(row) for row in counts)}."
    moved = walk.asked(
        "SELECT track_id, max(days) AS days FROM changes WHERE kind = 'date_moved' AND days > 0"
        " AND track_id IN (SELECT track_id FROM tracks WHERE kind = 'commitment')"
        " GROUP BY track_id ORDER BY count(*) DESC, days DESC, track_id LIMIT 1"
    )
    for track in moved:
        yield from _moved(walk, track["track_id"])
    kept = walk.asked(
        "SELECT p.*, c.to_report FROM promise_ledger p JOIN changes c USING (track_id)"
        " WHERE c.kind = 'fulfilled' AND p.due_at_first IS NOT NULL ORDER BY p.commitment_id"
    )
    if kept:
        row = max(kept, key=lambda one: token_set_ratio(one["action"], one["outcome"]))
        yield "\nA promise of which a later paper says that it was kept:\n"
        yield walk.claim(row["commitment_id"], f"due {row['due_at_first']}; ")
        report = walk.reports[row["to_report"]]
        told = " ".join(row["outcome"].split())
        pages = pages_of(walk.out, row["to_report"], row["outcome"], walk.rows.values())
        link = f"{LINK}/{report['path']}#page={pages[0]}" if pages else f"{LINK}/{report['path']}"
        said = f"as the {report['kind']} of {report['meeting_date']} says, {page_words(pages)}"
        yield f"- {said}: “{told}” [{report['path']}]({link})"


def _moved(walk: Walk, track_id: str) -> Iterator[str]:
    """Yield the days that papers gave one promise."""
    yield f"\nOne whose day moved (`csp-extract show out {track_id}`):\n"
    changes = walk.asked(
        f"SELECT * FROM changes WHERE track_id = '{track_id}' AND kind = 'date_moved'"  # noqa: S608
        " ORDER BY to_date, change_id"
    )
    shown = [one for row in changes for one in row["row_ids"].split("; ")]
    days = {row["row_ids"].split("; ")[-1]: row["days"] for row in changes}
    for one in dict.fromkeys(shown):
        later = f"{days[one]} days later; " if days.get(one, 0) > 0 else ""
        yield walk.claim(one, later)


def money(walk: Walk) -> Iterator[str]:
    """Yield the sums that do not add up, with every part."""
    found = walk.asked(
        "SELECT * FROM findings WHERE kind IN ('parts_do_not_add_up', 'sum_restated')"
        " ORDER BY kind, finding_id LIMIT 1"
    )
    if not found:
        return
    yield "\n## 6. Money"
    yield f"\n{found[0]['message']} (`{found[0]['finding_id']}`)\n"
    for one in found[0]["row_ids"].split("; "):
        yield walk.claim(one)


def findings(walk: Walk) -> Iterator[str]:
    """Yield the first findings with what proves them."""
    yield "\n## 7. Findings"
    yield "\n```console\n$ csp-extract audit out\n```\n"
    counts = walk.asked(
        "SELECT kind AS state, count(*) AS n FROM findings GROUP BY kind ORDER BY n DESC, kind"
    )
    yield f"Leads of these kinds: {', '.join(_count(row) for row in counts)}. The first:"
    for row in walk.asked(f"SELECT * FROM to_check LIMIT {_SHOWN}"):  # noqa: S608
        head = f"**{row['severity']}, {_word(row['kind'])}** (`{row['finding_id']}`)"
        yield f"\n{head}: {row['message']}\n"
        for one in row["row_ids"].split("; "):
            yield walk.claim(one)


def judgement(walk: Walk) -> Iterator[str]:
    """Yield what a person's word changes."""
    pair = walk.asked("SELECT * FROM to_judge WHERE NOT is_linked LIMIT 1")
    if not pair:
        return
    yield "\n## 8. A person's word"
    left, right = pair[0]["left_id"], pair[0]["right_id"]
    yield "\nThe pair at the head of `to_judge`:\n"
    yield walk.claim(left)
    yield walk.claim(right)
    with tempfile.TemporaryDirectory() as place:
        later = Path(shutil.copytree(walk.out, Path(place) / "out"))
        correct(later, Said(same=(left, right), who="A Reader", when="2026-11-25"))
        track_again(later)
        found = differences(Output(walk.out), Output(later))
    yield (
        "\nSuppose a reader takes them for one thing:\n\n```console\n"
        f'$ csp-extract correct out --same {left} {right} --by "A Reader" --on 2026-11-25\n'
        "$ csp-extract track out\n$ csp-extract diff out-before out\n```\n"
    )
    yield "What became of the tracks, as `diff` tells it:\n"
    for one in [one for one in found if one.table == "tracks"][:_SHOWN]:
        yield f"- {one.what} `{one.row_id}`: {one.cells} ({one.why})"
    yield "\n`csp-extract correct out --withdraw ID` and `track` bring every table back as it was."


def _word(code: str) -> str:
    return code.replace("_", " ")


def _count(row: dict[str, Any]) -> str:
    return f"{row['n']} {_word(row['state'])}"


SECTIONS: tuple[Callable[[Walk], Iterator[str]], ...] = (
    papers,
    rows,
    initiative,
    priorities,
    promises,
    money,
    findings,
    judgement,
)


def walk_through(out: Path) -> str:
    """Return the page as Markdown, from a run over the papers of the body."""
    walk = Walk(out)
    return HEAD + "\n" + "\n".join(line for part in SECTIONS for line in part(walk)) + "\n"


def main() -> None:
    """Run over the papers, and print the page."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out"
        run([str(PAPERS)], out, RunOptions(Limits(jobs=2)))
        sys.stdout.write(walk_through(out))


if __name__ == "__main__":
    main()
