"""Heading candidates (見出し): which units may be headings, and where their titles begin and end.

``candidates`` is the stage; ``trimming`` takes off what stands after a title, and the other
modules find titles that one form of print hides.
"""
