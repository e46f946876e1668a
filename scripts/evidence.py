"""What was asked and done in a period: the stuff of a yearly report and a board paper."""
