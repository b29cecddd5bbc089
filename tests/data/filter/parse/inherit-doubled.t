Values do not take over through two parentheses.
-- filter
port ((80 or 443))
-- error
1:8+2: syntax: '80' cannot take over a qualifier from outside of two parentheses
hint: take one pair of the parentheses away
