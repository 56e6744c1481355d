"""What players have written. The colony starts these, and trusts none."""
