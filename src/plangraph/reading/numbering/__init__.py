"""Numbering (番号): families of codes and how they nest, one choice for the whole document.

``families`` chooses; ``restarts`` and ``repairs`` mend what numbers alone cannot tell,
``repeats`` tells a heading from its repetitions.
"""
