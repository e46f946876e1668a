"""What the summaries of case reviews do not mention."""
