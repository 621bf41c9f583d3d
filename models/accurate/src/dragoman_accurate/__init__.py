"""Files of dragoman's accurate type model; `dragoman.events.classify` reads them."""
