"""Print the description of all tables: ``python -m csp_extract.tables > docs/tables.md``."""

from csp_extract.tables.dictionary import write_dictionary

if __name__ == "__main__":
    print(write_dictionary(), end="")  # noqa: T201 the purpose of the call
