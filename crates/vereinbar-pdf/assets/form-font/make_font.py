"""Makes the font of the form fields from the Noto Sans that the crate `notosans` embeds.

usage: python make_font.py NotoSans-Regular.ttf (with fontTools 4.68.0)

Same input, same bytes. What is typed into a field is drawn by other programs with this
font, so it keeps its `cmap`, has no subset prefix in its name, and 1000 units per em:
some programs replace a font that lacks the first, and write widths that hold for the
latter alone. What no field needs is left out: it is part of every fillable form.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont, scaleUpem

NAME = "VereinbarForm-Regular"
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x24F),  # Latin, with all letters of DIN 91379
    (0x2B9, 0x2BC),
    (0x2C6, 0x2DD),
    (0x300, 0x36F),  # marks of the sequences of DIN 91379
    (0x384, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x202F, 0x203A),
    (0x20A0, 0x20BF),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2265),
    (0xFFFD, 0xFFFD),
]


def main() -> None:
    font = TTFont(sys.argv[1], recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [1, 2, 4, 6]
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    subsetter.subset(font)
    scaleUpem.scale_upem(font, 1000)
    for record in font["name"].names:
        record.string = {1: "Vereinbar Form", 2: "Regular", 4: "Vereinbar Form", 6: NAME}[record.nameID]
    font.save(pathlib.Path(__file__).with_name(f"{NAME}.ttf"), reorderTables=True)


main()
