"""Pictures of several pins at once: a desk, a backing card, a table at a fair."""
