"""Jython has no mmap; what is asked of it here does not use it."""
