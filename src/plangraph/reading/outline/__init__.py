"""The outline (体系): what each heading is (``kinds``), and the drafts of elements (``drafts``).

``slogans``, ``mottos``, ``stating`` and ``enumerated`` find what stands without a code: visions,
philosophies, goals that a sentence counts up. ``links`` reads what stands beside the elements.
"""
