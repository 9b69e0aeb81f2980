"""Handful, a photo organiser: label a handful of photos, it files the rest."""

__version__ = "0.1.0"
