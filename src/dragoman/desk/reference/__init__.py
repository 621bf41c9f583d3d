"""What programs can ask the desk for: each address, what it takes and what it gives, as OpenAPI says it."""
