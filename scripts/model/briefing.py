"""A briefing: what its file says, under the name and kind that its place gives it."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from scripts.model.front_matter import FrontMatter, Status
from scripts.model.kinds import Kind


@dataclass(frozen=True)
class Briefing:
    """One file of the collection, parsed."""

    kind: Kind
    id: str
    path: str
    front: FrontMatter
    body: str = ""

    @property
    def key(self) -> str:
        """The name that other files and feeds know it by: kind/id. Immutable."""
        return f"{self.kind.folder}/{self.id}"

    @property
    def address(self) -> str:
        """Its page's address, relative to the site's root."""
        return f"{self.key}/"

    @property
    def title(self) -> str:
        """The title, saying so where the briefing no longer holds."""
        prefix = {Status.SUPERSEDED: "Superseded: ", Status.WITHDRAWN: "Withdrawn: "}
        return prefix.get(self.front.status, "") + self.front.title

    @property
    def is_current(self) -> bool:
        """Whether it still holds."""
        return self.front.status is Status.CURRENT

    @property
    def updated(self) -> datetime:
        """The instant of the last material change.

        Changes carry a day, not a time: the second change of a day, and one on the day of adding, are told
        apart by a second each, so that every entry under `changes` moves this instant forward.
        """
        instant = self.front.added
        days = [change.date.start for change in self.front.changes]
        if self.front.withdrawn_on:
            days.append(self.front.withdrawn_on.start)
        for day in sorted(days):
            instant = max(instant + timedelta(seconds=1), datetime.combine(day, time(), UTC))
        return instant
