"""What people see on a terminal. Rows go to stdout, talk to stderr."""
