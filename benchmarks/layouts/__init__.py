"""Invented plans laid out by chance: a layout writes a page and knows what it says.

A layout is a function ``(random, content) -> Page`` in a module of this folder, listed in its
``LAYOUTS`` by name. Chance chooses what differs between cities: words of levels, forms of
numbers, labels, order, where lines break, what text extraction loses.
``python benchmarks/reading_layouts.py`` reads many of each and prints how well.
"""
