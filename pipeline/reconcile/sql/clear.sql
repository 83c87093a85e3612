-- Nothing of a run may hide the warehouse's own views from whoever uses the connection next.
DROP TABLE IF EXISTS temp.hardware_claims;
DROP TABLE IF EXISTS temp.quantity_claims;
DROP TABLE IF EXISTS temp.price_claims;
DROP TABLE IF EXISTS temp.date_claims;
DROP TABLE IF EXISTS temp.staged;
DROP TABLE IF EXISTS temp.reaches;
DROP TABLE IF EXISTS temp.statements;
DROP TABLE IF EXISTS temp.weighed;
DROP TABLE IF EXISTS temp.joined;
DROP TABLE IF EXISTS temp.fresh;
DROP TABLE IF EXISTS temp.fresh_claims;
DROP TABLE IF EXISTS temp.fresh_inputs;
DROP TABLE IF EXISTS temp.gone;
DROP TABLE IF EXISTS temp.shown;
DROP TABLE IF EXISTS temp.written;
DROP TABLE IF EXISTS temp.rewritten;
DROP TABLE IF EXISTS temp.rewritten_inputs;
