It cannot do everything.
-- filter
byte 0 >= 5
-- error
1:8+2: syntax: expected one of = < > & | after `byte` and its offset, not '>='
