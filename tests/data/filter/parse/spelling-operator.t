A misspelt operator.
-- filter
tcp port 80 adn udp
-- error
1:13+3: syntax: expected 'and', 'or' or the end after '80', not 'adn'
hint: did you mean `and`?
