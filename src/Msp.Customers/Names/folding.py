"""Writes folding.txt, the Unicode data by which names are folded: python3.13 folding.py

The versions of Python carry versions of Unicode; 3.13 carries 15.1. Each line of the file is one of

    M code-point text    a character and what it is folded to, canonically decomposed
    C class first last   the characters of a combining class
    P first second both  two characters and the one that they are composed to

with numbers in hexadecimal. Left out are ASCII, Hangul syllables, which are composed by arithmetic, and the code points that are ignored by default.
"""
import pathlib
import sys
import unicodedata
from unicodedata import normalize

# Default_Ignorable_Code_Point of DerivedCoreProperties.txt, the same in Unicode 14 to 16. Names/Invisible.cs has the same ranges.
IGNORABLE = [
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]


def ignored(c):
    return any(first <= c <= last for first, last in IGNORABLE)


def visible(text):
    return "".join(c for c in text if not ignored(ord(c)))


# NFKC_Casefold of one character (Unicode, section 3.13), decomposed.
def folded(c):
    text = visible(normalize("NFD", c))
    while True:
        again = visible(normalize("NFKC", normalize("NFKC", text.casefold()).casefold()))
        if again == text:
            return normalize("NFD", text)
        text = again


def points():
    return (c for c in range(0x80, 0x110000) if not 0xD800 <= c <= 0xDFFF and not 0xAC00 <= c <= 0xD7A3 and not ignored(c))


lines = [f"# Unicode {unicodedata.unidata_version}, {unicodedata.__name__} of Python {sys.version.split()[0]}; written by folding.py"]
for c in points():
    text = folded(chr(c))
    if text != chr(c):
        lines.append(f"M {c:X} " + " ".join(f"{ord(t):X}" for t in text))

runs = []
for c in points():
    kind = unicodedata.combining(chr(c))
    if kind and runs and runs[-1][0] == kind and runs[-1][2] == c - 1:
        runs[-1][2] = c
    elif kind:
        runs.append([kind, c, c])
lines += [f"C {kind:X} {first:X} {last:X}" for kind, first, last in runs]

for c in points():
    parts = unicodedata.decomposition(chr(c)).split()
    if len(parts) == 2 and "<" not in parts[0] and normalize("NFC", chr(c)) == chr(c):
        lines.append(f"P {parts[0]} {parts[1]} {c:X}")

pathlib.Path(__file__).with_name("folding.txt").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
