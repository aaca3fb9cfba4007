"""Reading plan documents (計画書を読む): any municipality's document into a Plan.

The stages, each a module, in the order in which a document passes them:
formats (bytes → rows), recovery (rows → units), codes and lexicon (what a unit's
first words say), headings, families (numbering and nesting, one choice for the whole
document), kinds (roles), tables, indicators, sectoral plans, metadata, assembly.
"""
