"""Using the product as a person does, in a browser that can be killed and started again."""
