"""The tests; a package, because an installed one of the same name would come first otherwise."""
