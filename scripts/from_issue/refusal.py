"""Why an issue cannot be made into a briefing."""


class RefusedError(ValueError):
    """str() tells the officer what happened and how to go on, and repeats no text of the issue."""


class DraftedBeforeError(RefusedError):
    """str() is the branch that holds the draft which was made from the issue before."""
