"""Looks at a picture with Pillow: its size, that it is not of one colour, and the colour at a place of the world.

Usage: look.py PICTURE WIDTH HEIGHT XMIN YMIN XMAX YMAX X Y RED,GREEN,BLUE|any
"""
import sys

from PIL import Image

path, *numbers, color = sys.argv[1:]
width, height, xmin, ymin, xmax, ymax, x, y = map(float, numbers)
with Image.open(path) as picture:
    if picture.size != (width, height):
        sys.exit(f"{path} is {picture.size}, not {(width, height)}")
    pixels = picture.convert("RGBA")
if len(pixels.getcolors(maxcolors=1 << 24)) < 2:
    sys.exit(f"{path} has one colour all over")
at = (int((x - xmin) / (xmax - xmin) * width), int((ymax - y) / (ymax - ymin) * height))
got = pixels.getpixel(at)
if color == "any":
    if got in ((255, 255, 255, 255), (0, 0, 0, 0)) or got[3] == 0:
        sys.exit(f"{path} shows nothing at {at}")
elif got[:3] != tuple(map(int, color.split(","))) or got[3] != 255:
    sys.exit(f"{path} is {got} at {at}, not {color}")
