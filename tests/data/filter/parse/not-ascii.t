Bytes that are no ASCII.
-- filter
host bücher.example
-- error
1:7+1: syntax: the byte 0xc3 means nothing in a filter expression
hint: expressions are plain ASCII; an internationalised host name is written in its xn-- form
