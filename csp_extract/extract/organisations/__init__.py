"""Organisations, roles and places, as far as the fields of other tables need them."""
