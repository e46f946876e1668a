"""Which texts name which national publication by its title."""
