"""Records are kept whole, or not at all."""

from pathlib import Path

from csp_extract.batch import Store
from csp_extract.records import ReportRecord, ReportRow
from csp_extract.settings import Given, Settings

RECORD = ReportRecord(ReportRow(title="Anything"), "text", ((595.0, 842.0),), {})


def test_kept_record_comes_back(tmp_path: Path) -> None:
    """What is put is got, and nothing else."""
    store = Store(tmp_path / "records")
    store.put("k1", RECORD)
    kept = store.get("k1")
    assert kept is not None
    assert (kept.row, kept.text, kept.page_sizes) == (RECORD.row, RECORD.text, RECORD.page_sizes)
    assert store.get("k2") is None


def test_half_a_record_is_none(tmp_path: Path) -> None:
    """A file that was cut short is read again from the PDF."""
    store = Store(tmp_path)
    store.put("k1", RECORD)
    file = tmp_path / "k1.json"
    file.write_text(file.read_text("utf-8")[:40], "utf-8")
    assert store.get("k1") is None


def test_unneeded_records_go(tmp_path: Path) -> None:
    """The store holds what the last run needs, and no parts of a dead one."""
    store = Store(tmp_path)
    store.put("k1", RECORD)
    store.put("k2", RECORD)
    (tmp_path / "k3.part").touch()
    store.keep_only({"k2"})
    assert [file.name for file in tmp_path.iterdir()] == ["k2.json"]


def test_key_is_made_of_bytes_settings_and_program() -> None:
    """A change of any of them reads the file anew."""
    plain = Settings()
    keys = {
        Store.key("aa", plain, "code"),
        Store.key("bb", plain, "code"),
        Store.key("aa", plain, "other code"),
        Store.key("aa", Settings(given=Given(body="Westhaven")), "code"),
    }
    assert len(keys) == 4
