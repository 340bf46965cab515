"""``python -m graphkb``: the same as the command ``graphkb``."""

from graphkb.cli import main

if __name__ == "__main__":
    main()
