"""Pictures as SVG inside a page: styled by its sheet, readable in print and in grey."""
