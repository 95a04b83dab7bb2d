"""Compiles a template with the official Typst compiler, and fails on any warning.

Usage: official_compiler.py MAIN ROOT FONTS OUTPUT
"""

import sys
import warnings

import typst

main, root, fonts, output = sys.argv[1:]
warnings.simplefilter("error")
typst.compile(
    main,
    output=output,
    root=root,
    font_paths=[fonts],
    ignore_system_fonts=True,
    pdf_standards=["a-3a", "ua-1"],
)
