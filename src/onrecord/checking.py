"""A quotation and a store to a finding."""
