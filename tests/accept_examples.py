"""Writes the report of every broken example beside it. Read the difference before you commit it.

python -m tests.accept_examples
"""

from tests.example_files import briefings, expected, name, report, trees


def main() -> None:
    """Write what is new or other than it was, and name it."""
    for path in (*briefings("invalid"), *trees()):
        now = report(path)
        target = expected(path)
        if not target.exists() or target.read_bytes() != now.encode():
            target.write_bytes(now.encode())
            print(f"{name(path)}: written" if now else f"{name(path)}: gives NO problem")


if __name__ == "__main__":
    main()
