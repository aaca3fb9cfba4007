"""What is wrong in a text that a parser refuses: where, and what is likely meant.

Parsers say what their grammar would have taken, in English, and often not where the mistake is.
Here a text is looked through again for what people get wrong.
"""
