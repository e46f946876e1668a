"""Charts as inline SVG, drawn by Vega: readable on a phone, in greyscale, and without any script or style."""
