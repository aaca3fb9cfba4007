"""Tables (表): lists of sectoral plans, indicators, hierarchies in columns.

``extraction`` takes tables out of the lines; ``sectoral`` and ``indicators`` read what they hold,
also where text extraction has flattened them.
"""
