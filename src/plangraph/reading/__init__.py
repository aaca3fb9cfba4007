"""Reading plan documents (計画書を読む): any municipality's document into a Plan.

``reader`` makes a Plan of a document. ``analysis`` passes it through the stages, each a package,
and each knowing only those before it: formats (bytes → rows), terms (codes and words), recovery
(rows → units), tables, headings, numbering (nesting, one choice for the whole document), outline
(kinds and drafts), english (the outline of English-language plans), metadata. ``assembly`` puts
together what they found, ``batch`` reads many documents, ``review`` shows a reading beside its
document.
"""
