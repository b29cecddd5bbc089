There are no eights in octal.
-- filter
port 08
-- error
1:6+2: syntax: '08' begins with 0 and is octal, but 8 is no octal digit
hint: write 8 if it is decimal
