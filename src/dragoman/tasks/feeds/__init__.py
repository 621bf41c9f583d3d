"""What `dragoman follow` is made of: looks at feeds, documents of their entries, figures."""
