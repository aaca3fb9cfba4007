"""What a document says of its plan (書誌): title, municipality, status, dates, period."""
