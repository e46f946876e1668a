"""Colours that can be read, whatever a partnership chose. Contrast is counted as WCAG 2 counts it."""

from colorsys import hls_to_rgb, rgb_to_hls

WHITE, INK = "#ffffff", "#1a2327"
# WCAG 2.2 asks for 4.5:1; a little more, for text also stands on a tint of its own colour.
_ENOUGH = 5.5
_STEPS = 20
# Up to here a channel's light grows in proportion (sRGB).
_LINEAR = 0.04045


def on_white(colour: str) -> str:
    """The colour, as `#rrggbb`, dark enough for text on white and for white text on it."""
    return readable(colour, WHITE, _ENOUGH)


def readable(colour: str, ground: str, at_least: float) -> str:
    """The colour made so much darker on a light ground, or lighter on a dark one, that it has that contrast."""
    hue, lightness, saturation = rgb_to_hls(*_rgb(colour))
    end = 1 if contrast(ground, WHITE) > contrast(ground, INK) else 0
    steps = (lightness + (end - lightness) * step / _STEPS for step in range(_STEPS + 1))
    shades = (_hex(*hls_to_rgb(hue, step, saturation)) for step in steps)
    return next(shade for shade in shades if contrast(shade, ground) >= at_least)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (((part + 0.055) / 1.055) ** 2.4 if part > _LINEAR else part / 12.92 for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _hex(red: float, green: float, blue: float) -> str:
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
