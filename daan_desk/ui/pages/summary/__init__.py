"""The month's summary: figures and sentences from data, the officer's own paragraphs, and all ways onto paper."""
