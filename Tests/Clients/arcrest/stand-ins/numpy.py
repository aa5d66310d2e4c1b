"""Jython has no numpy; what is asked of it here does not use it."""
