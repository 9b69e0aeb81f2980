"""Icons, style and the default encoder's card."""
