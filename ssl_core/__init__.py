"""Self-supervised vision for small photo galleries: embed, search, cluster, tag.

Usable alone; it never imports ``gallery_app``, Qt or SQL.
"""
