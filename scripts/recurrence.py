"""How often each theme is named in reviews, year by year, and which themes appear together."""
