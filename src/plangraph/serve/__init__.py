"""The graph as a web site: pages, a SPARQL endpoint, linked data.

``app.application(settings)`` is the site as an ASGI application, ``run.serve`` runs it.
Each part of the site is a module with ``routes(site)``; what it needs while the site is
up, it opens in ``lifespan(site)``. Parts know ``site`` and not each other.

A response that brings a ``Content-Security-Policy`` of its own keeps it: the pages that
the comparison and the drawing make allow just their own script and style, by hash.
"""
