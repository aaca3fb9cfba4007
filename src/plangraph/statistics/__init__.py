"""Statistics: what pages and questions add up, counted once by the build.

They are RDF Data Cubes (W3C): the data sets and their structures stand in
``ontology/statistics.ttl``, the observations of a plan version in a graph of its own. So a
changed plan replaces one graph; the totals over all plans follow from what it was and is.
"""

from plangraph.statistics.totals import Count, Totals, counts
from plangraph.statistics.versions import dataset_statistics, version_statistics

__all__ = ["Count", "Totals", "counts", "dataset_statistics", "version_statistics"]
