"""Every figure of the collection with its base, its period and its source; and the series of one measure."""
