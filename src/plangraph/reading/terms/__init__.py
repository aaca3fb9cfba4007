"""What documents write (用語): codes, numerals, quantities, and the words for parts of a plan.

Nothing here knows a document: these are the vocabularies, and functions of a text alone.
"""
