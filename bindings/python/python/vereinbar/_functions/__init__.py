"""The functions of the package: their types and texts around the native ones."""
