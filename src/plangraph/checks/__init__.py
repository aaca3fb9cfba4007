"""Checks: what is wrong with plan files and with the graph made of them."""
