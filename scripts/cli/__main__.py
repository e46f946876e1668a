"""`python -m scripts.cli` is the console command."""

from scripts.cli import main

if __name__ == "__main__":
    main()
