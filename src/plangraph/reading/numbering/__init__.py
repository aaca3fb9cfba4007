"""Numbering (番号): families of codes and how they nest, one choice for the whole document.

``families`` chooses; ``restarts`` and ``repairs`` mend what numbers alone cannot tell, ``asides``
says where labels of works stand, ``unnumbered`` and ``overlists`` find families of titles without
numbers, ``repeats`` tells a heading from its repetitions.
"""
