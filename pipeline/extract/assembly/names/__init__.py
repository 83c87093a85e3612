"""What an article names that no table has: products, sites, people and companies, and the short forms of what it named before."""
