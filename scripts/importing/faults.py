"""Why something cannot be imported, said to the person who has it."""


class ImportFaultError(Exception):
    """Nothing was imported; the message says why and what to do."""


class UnreadableError(ImportFaultError):
    """A file whose text cannot be got at."""
