"""Widgets that know models only."""
