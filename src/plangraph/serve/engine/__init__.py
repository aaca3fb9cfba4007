"""Answering queries of strangers: in processes that can be ended.

The RDF engine cannot be told to stop a query: neither its Python API nor, for sorting and
counting, the time limit of its own server. So each query runs in a process of its own
kind (``worker``), one at a time; ``pool`` keeps some of them ready, measures the time, and
ends the process that exceeds it. A worker has no network, limited memory, and the
store open for reading only.

This package knows SPARQL and processes, and nothing of HTTP.
"""
