"""How well the linter of recommendations judges labelled ones: python -m benchmarks.recommendation_wording."""

from tests.recommendation_labels import FLAGS, SETS, read, score


def main() -> None:
    """Print precision and recall of each flag on each set, then what is flagged wrongly (+) and missed (-)."""
    for name in SETS:
        labelled = read(name)
        print(f"{name}: {len(labelled)} recommendations")
        for flag in FLAGS:
            found = score(labelled, flag)
            print(
                f"  without {flag:8} precision {found.precision:.2f}  recall {found.recall:.2f}"
                f"   ({found.right} right, {found.wrong} wrong, {found.missed} missed)"
            )
        for one in labelled:
            differences = [f"+{flag}" for flag in sorted(one.flagged - one.missing)]
            differences += [f"-{flag}" for flag in sorted(one.missing - one.flagged)]
            if differences:
                print(f"    {' '.join(differences)}: {one.to or '(nobody)'} | {one.text}")


if __name__ == "__main__":
    main()
