"""The pages that people read."""

from __future__ import annotations

from plangraph.serve.pages.addresses import routes
from plangraph.serve.pages.trouble import error_pages

__all__ = ["error_pages", "routes"]
