"""Travel times by car from an OpenStreetMap extract, by a router that is not installed with us."""
