-- The checks are done with these; the memory is wanted for the explanations.
DROP TABLE IF EXISTS temp.hardware_claims;
DROP TABLE IF EXISTS temp.quantity_claims;
DROP TABLE IF EXISTS temp.price_claims;
DROP TABLE IF EXISTS temp.date_claims;
DROP TABLE IF EXISTS temp.statements;
DROP TABLE IF EXISTS temp.article_products;
DROP TABLE IF EXISTS temp.loosely_tied;
