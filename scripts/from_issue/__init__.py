"""A submitted issue form made into a briefing. What stands in the issue is read as text, and trusted in nothing."""
