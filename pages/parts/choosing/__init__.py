"""What a reader chooses with: filters, lists to choose from, search boxes."""
