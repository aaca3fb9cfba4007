"""Quads: what a plan says, and the reference data around it, as RDF."""
