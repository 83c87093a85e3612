"""The groups of patterns, a class each: what every pattern of a group's file stands for."""
