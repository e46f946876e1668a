"""How much of each sample digest the importer understands: python -m benchmarks.digests

A sample's score is the share of its reviews' fields that are read as its expected.yml says, absent fields included.
"""

from tests.digest_scores import SAMPLES, differences, score


def main() -> None:
    """Print each sample's score, what differs, and the score of all."""
    right = total = 0
    for sample in SAMPLES:
        good, number = score(sample)
        right, total = right + good, total + number
        print(f"{sample.name:24} {good:4} of {number:4} fields  {good / number:6.1%}")
        for difference in differences(sample):
            print(f"    {difference.place}\n      found    {difference.found}\n      expected {difference.expected}")
    print(f"{'all':24} {right:4} of {total:4} fields  {right / total:6.1%}")


if __name__ == "__main__":
    main()
