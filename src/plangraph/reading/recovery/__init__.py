"""Text recovery (本文の復元): from the rows of a document to its logical lines (units).

``lines`` is the stage; what mends one kind of damage (letters set apart, a page on one line,
numbers in columns of their own, tables of web pages) is a module beside it.
"""
