"""How many of something: boards, servers, cores, wafers, and what a system is made of."""
