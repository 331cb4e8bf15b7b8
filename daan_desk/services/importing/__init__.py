"""The stages of an import after layout and columns: values, links, rows that we have, judgement, writing."""
