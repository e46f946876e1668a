"""Every recommendation of every review and digest, as a register."""
