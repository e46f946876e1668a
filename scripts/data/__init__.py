"""The collection as data: dates for calendars, tables for spreadsheets, and every briefing for other programs."""

# Where all of it lies, and the page that explains it.
DATA = "data/"
