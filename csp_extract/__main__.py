"""Run the command as ``python -m csp_extract``."""

from csp_extract.cli import main

if __name__ == "__main__":
    main()
