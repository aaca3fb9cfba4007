"""The outline of English-language plans: lists, headings above lists, what announces them."""
