"""What reviews have in common: age, harm, circumstances; and which are closest to each other."""
