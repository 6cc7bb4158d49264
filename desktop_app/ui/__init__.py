"""The window: what is shown, asked and typed. Everything it does to the store goes through the services."""
