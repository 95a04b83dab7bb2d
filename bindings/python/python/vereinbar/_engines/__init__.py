"""What `vereinbar.arrow` and `vereinbar.ray` are made of; it needs the packages of their extras."""
